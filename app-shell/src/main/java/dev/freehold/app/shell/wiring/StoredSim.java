package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.sim.FaultList;
import dev.freehold.adapters.sim.Sim;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.resource.Layer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The simulated world that this computer keeps, as it was when it was last read.
final class StoredSim {
    private final Globals globals;
    private final SpecSource source;
    private final TargetRecords kept;
    /// Faults that have struck don't strike again when the world is read anew.
    private final @Nullable FaultList faults;

    private @Nullable Sim open;

    /// Reads nothing yet but the faults.
    StoredSim(Globals globals, SpecSource source, TargetRecords kept) {
        this.globals = globals;
        this.source = source;
        this.kept = kept;
        this.faults = globals.faults() == null ? null : FaultsFile.read(globals.faults());
    }

    synchronized Sim current() {
        var known = open;
        return known == null ? openAfresh() : known;
    }

    /// The world as its log has it now.
    synchronized Sim openAfresh() {
        var sim = Sim.kept(
                Targets.simTerms(source, globals.seed(), kept.target().path()),
                kept.state().world(),
                lastRecorded());
        if (faults != null) {
            sim = sim.with(faults);
        }
        open = sim;
        return sim;
    }

    /// Simulated time goes on from what was recorded last.
    private Instant lastRecorded() {
        var last = Sim.BEGINNING;
        for (var layer : Layer.ALL) {
            var entries = kept.journals().of(layer).entries();
            if (!entries.isEmpty() && entries.getLast().at().isAfter(last)) {
                last = entries.getLast().at();
            }
        }
        return last;
    }
}
