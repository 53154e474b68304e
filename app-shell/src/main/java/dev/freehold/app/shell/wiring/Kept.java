package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.journal.FileJournals;
import dev.freehold.adapters.local.record.Durability;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.engine.state.LayerStates;

/// What this computer keeps of a target, to be read.
public final class Kept implements AutoCloseable {
    private final TargetFolder folder;
    private final FileJournals journals;

    private Kept(TargetFolder folder, FileJournals journals) {
        this.folder = folder;
        this.journals = journals;
    }

    public static Kept of(Globals globals) {
        var folder = SpecSource.home(globals).target(globals.target().word());
        return new Kept(folder, new FileJournals(folder, durability(globals)));
    }

    /// A simulated world is worth no wait for the disk.
    static Durability durability(Globals globals) {
        return globals.target() == Globals.Target.SIM ? Durability.PROCESS_DEATH : Durability.POWER_CUT;
    }

    public TargetFolder folder() {
        return folder;
    }

    public FileJournals journals() {
        return journals;
    }

    public LayerStates states() {
        return LayerStates.read(journals);
    }

    @Override
    public void close() {
        journals.close();
    }
}
