package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.world.FileWorldLog;
import dev.freehold.adapters.sim.Sim;
import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.fault.Faults;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.schedule.TimingProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The simulated world that this computer keeps, as it was when it was last read.
final class StoredSim implements AutoCloseable {
    /// What a shell says of a process that `kill -9` ended.
    private static final int KILLED = 137;

    private final Globals globals;
    private final SpecSource source;
    private final TargetRecords kept;
    private final FileWorldLog log;
    /// Faults that have struck don't strike again when the world is read anew.
    private final @Nullable Faults faults;

    private @Nullable Sim open;

    /// Reads nothing yet but the faults.
    StoredSim(Globals globals, SpecSource source, TargetRecords kept) {
        this.globals = globals;
        this.source = source;
        this.kept = kept;
        this.log = new FileWorldLog(kept.folder());
        this.faults = globals.faults() == null ? null : new Faults(FaultsFile.read(globals.faults()));
    }

    synchronized Sim current() {
        var known = open;
        return known == null ? openAfresh() : known;
    }

    /// The world as its log has it now.
    synchronized Sim openAfresh() {
        var sim = Sim.kept(
                Targets.tenancy(source),
                new Seed(globals.seed()),
                kept.folder().path(),
                log,
                TimingProfile.REFERENCE::durationOf,
                lastRecorded());
        if (faults != null) {
            sim = sim.with(faults, () -> Runtime.getRuntime().halt(KILLED));
        }
        open = sim;
        return sim;
    }

    /// Simulated time goes on from what was recorded last.
    private Instant lastRecorded() {
        var last = Sim.BEGINNING;
        for (var layer : Phase.LAYERS) {
            var entries = kept.journals().of(layer).entries();
            if (!entries.isEmpty() && entries.getLast().at().isAfter(last)) {
                last = entries.getLast().at();
            }
        }
        return last;
    }

    @Override
    public void close() {
        log.close();
    }
}
