package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.journal.FileJournals;
import dev.freehold.adapters.local.record.Durability;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.engine.LayerStates;

/// What this computer keeps of a target, to be read.
public final class TargetRecords implements AutoCloseable {
    private final TargetFolder folder;
    private final FileJournals journals;

    private TargetRecords(TargetFolder folder, FileJournals journals) {
        this.folder = folder;
        this.journals = journals;
    }

    public static TargetRecords of(Globals globals) {
        var folder = SpecSource.home(globals).target(globals.target().word());
        return new TargetRecords(folder, new FileJournals(folder, durability(globals)));
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
