package dev.freehold.app.shell.wiring;

import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.address.HeldAddresses;
import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.ports.state.UnusableHome;

/// What the home's states of the target say that stands, for those who choose addresses.
public final class HeldByHome {
    private HeldByHome() {}

    /// The addresses that what stands has. None where the states can't be read: a command that works on them
    /// says so itself, and one that mends them has to read the spec all the same.
    public static HeldAddresses addresses(Globals globals) {
        try (var kept = TargetRecords.of(globals)) {
            return LayerStates.read(kept.journals(), Targets.layers(kept, _ -> {}))
                    .heldAddresses();
        } catch (DamagedJournal | UnusableHome unread) {
            return HeldAddresses.NONE;
        }
    }
}
