package dev.freehold.adapters.local.state;

import dev.freehold.adapters.local.record.RecordFormat;
import dev.freehold.adapters.local.record.Records;
import dev.freehold.adapters.local.tree.Members;
import dev.freehold.adapters.local.tree.UntypedOutputs;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Standing.InDoubt;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Setting;
import dev.freehold.ports.state.LayerStore.Published;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// A layer's state as records of a file: the format, a summary, then each node and each rollback point. The
/// same checks as a journal's hold, so that a damaged snapshot is known for one.
final class Snapshot {
    private static final RecordFormat FORMAT = new RecordFormat("freehold-state", 1, List.of(UntypedOutputs::migrated));
    private static final int SUMMARY = 1;

    private final Path file;
    private final Records records;
    private final int version;

    /// @throws dev.freehold.adapters.local.record.DamagedRecord if the file is not whole
    Snapshot(Path file) {
        this(file, Records.of(file));
    }

    /// @param file what messages call these records
    Snapshot(Path file, Records records) {
        this.file = file;
        this.records = records;
        this.version = records.size() == 0 ? FORMAT.current() : FORMAT.versionOf(records, file);
        // A snapshot is renamed into place as a whole, so nothing of it may be missing.
        if (records.size() <= SUMMARY
                || records.size() != SUMMARY + 1 + read(SUMMARY).number("records")) {
            throw records.damaged(Math.max(0, records.size() - 1), "others should follow it");
        }
    }

    static byte[] bytes(LayerState state, Instant at) {
        var out = new ByteArrayOutputStream();
        Records.write(FORMAT.header(), out);
        Records.write(
                Members.none()
                        .with("layer", state.layer())
                        .with("version", state.version())
                        .with("at", at)
                        .with("resources", resources(state))
                        .with(
                                "records",
                                state.nodes().size() + state.rollbackPoints().size())
                        .group(),
                out);
        state.nodes().values().forEach(standing -> Records.write(tree(standing), out));
        state.rollbackPoints().forEach(point -> Records.write(tree(point), out));
        return out.toByteArray();
    }

    private static long resources(LayerState state) {
        return state.nodes().values().stream().filter(Stands.class::isInstance).count();
    }

    Published summary() {
        var summary = read(SUMMARY);
        return new Published(summary.number("version"), summary.instant("at"), (int) summary.number("resources"));
    }

    LayerState state() {
        var nodes = new LinkedHashMap<ResourceId, Standing>();
        var points = new ArrayList<RollbackPointKept>();
        for (int index = SUMMARY + 1; index < records.size(); index++) {
            var tree = read(index);
            if (tree.has("number")) {
                points.add(point(tree));
            } else {
                var standing = standing(tree);
                nodes.put(standing.node().id(), standing);
            }
        }
        var summary = read(SUMMARY);
        return new LayerState(summary.word("layer", Layer.class), summary.number("version"), nodes, points);
    }

    private Members read(int index) {
        return Members.of(FORMAT.migrated(records.get(index), version));
    }

    private static Setting.Group tree(Standing standing) {
        return switch (standing) {
            case Stands stands -> tree(stands);
            case InDoubt doubt -> {
                var tree = Members.none()
                        .with("operation", doubt.operation())
                        .with(doubt.node())
                        .with(doubt.token())
                        .with(doubt.run());
                var before = doubt.before();
                yield before == null
                        ? tree.group()
                        : tree.with("before", tree(before)).group();
            }
        };
    }

    private static Setting.Group tree(Stands stands) {
        return Members.none()
                .with(stands.node())
                .with(stands.outputs())
                .with("made", stands.made())
                .with("since", stands.since())
                .with(stands.run())
                .group();
    }

    private static Setting.Group tree(RollbackPointKept point) {
        return Members.none()
                .with("number", point.number())
                .with(point.run())
                .with("at", point.at())
                .with("spec", point.spec())
                .group();
    }

    private static RollbackPointKept point(Members tree) {
        RunId run = tree.run();
        return new RollbackPointKept(run, tree.instant("at"), (int) tree.number("number"), tree.text("spec"));
    }

    private static Standing standing(Members tree) {
        if (tree.has("since")) {
            return stands(tree);
        }
        return new InDoubt(
                tree.node(),
                tree.word("operation", Operation.class),
                tree.token(),
                tree.run(),
                tree.has("before") ? stands(tree.object("before")) : null);
    }

    private static Stands stands(Members tree) {
        var node = tree.node();
        return new Stands(node, tree.outputs(node), tree.instant("made"), tree.instant("since"), tree.run());
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
