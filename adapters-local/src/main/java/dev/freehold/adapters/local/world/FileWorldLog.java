package dev.freehold.adapters.local.world;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.record.DamagedRecord;
import dev.freehold.adapters.local.record.RecordFile;
import dev.freehold.adapters.local.record.RecordFormat;
import dev.freehold.adapters.local.tree.Members;
import dev.freehold.adapters.local.tree.UntypedOutputs;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Setting;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.world.WorldChange;
import dev.freehold.ports.world.WorldLog;
import java.util.List;

/// The simulated world in a file of checksummed lines, `world/log`.
public final class FileWorldLog implements WorldLog, AutoCloseable {
    private static final RecordFormat FORMAT = new RecordFormat("freehold-world", 1, List.of(UntypedOutputs::migrated));

    private final RecordFile file;

    /// Touches no file.
    public FileWorldLog(TargetFolder target) {
        this.file = new RecordFile(target.with(Disk.UNFORCED), target.world(), "log", FORMAT);
    }

    @Override
    public void append(WorldChange change) {
        var tree = Members.none()
                .with("at", change.at())
                .with("what", change.what())
                .with(change.node())
                .with(change.outputs());
        change.token().ifPresent(tree::with);
        DamagedRecord.asJournal(() -> {
            file.append(tree.group());
            return change;
        });
    }

    @Override
    public List<WorldChange> entries() {
        return DamagedRecord.asJournal(() -> file.after(0, FileWorldLog::change));
    }

    private static WorldChange change(Setting.Group stored) {
        var tree = Members.of(stored);
        var node = tree.node();
        var what = tree.word("what", WorldChange.What.class);
        return new WorldChange(
                tree.instant("at"),
                what,
                node,
                what == WorldChange.What.REMOVED ? Outputs.NONE : tree.outputs(node),
                tree.tokenIfAny());
    }

    @Override
    public void close() {
        file.close();
    }
}
