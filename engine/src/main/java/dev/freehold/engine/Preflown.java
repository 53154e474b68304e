package dev.freehold.engine;

import dev.freehold.domain.preflight.Look;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.domain.spec.Spec;
import dev.freehold.ports.driver.SystemFault;

/// What was seen of where the platform is to stand.
record Preflown(Stakes stakes, Look look) {
    /// Nobody looked, and nothing is at stake.
    static final Preflown NOTHING = new Preflown(Stakes.NONE, new Look.Unneeded());

    /// @throws Interrupted if the looking was cut short
    static Preflown of(Target target, Spec spec) {
        var preflight = target.preflight();
        try {
            return new Preflown(preflight.stakes(), preflight.look(spec));
        } catch (SystemFault fault) {
            return new Preflown(preflight.stakes(), new Look.Unseen(String.valueOf(fault.getMessage())));
        } catch (InterruptedException stop) {
            throw Interrupted.looking(stop);
        }
    }
}
