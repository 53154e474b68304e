package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.Durability;
import dev.freehold.app.shell.command.Globals;

/// What the files that commands write outlive.
final class Lasting {
    /// Set by tests, whose files nobody misses after a power cut, to `process-death`.
    static final String PROPERTY = "freehold.durability";

    private Lasting() {}

    /// Of whatever is kept: what was typed and made is worth the wait for the disk, a secret of the simulated
    /// target too.
    static Durability home() {
        return "process-death".equals(System.getProperty(PROPERTY)) ? Durability.PROCESS_DEATH : Durability.POWER_CUT;
    }

    /// Of a target's journals and states: a simulated world is worth no wait.
    static Durability state(Globals.Target target) {
        return target == Globals.Target.SIM ? Durability.PROCESS_DEATH : home();
    }
}
