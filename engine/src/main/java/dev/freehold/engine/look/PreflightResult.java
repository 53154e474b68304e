package dev.freehold.engine.look;

import dev.freehold.domain.preflight.Look;
import dev.freehold.domain.preflight.Stakes;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.target.Target;
import dev.freehold.ports.driver.SystemFault;

/// What was seen of where the platform is to stand.
public record PreflightResult(Stakes stakes, Look look) {
    /// Nobody looked, and nothing is at stake.
    public static final PreflightResult NOTHING = new PreflightResult(Stakes.NONE, new Look.Unneeded());

    /// @throws Interrupted if the looking was cut short
    public static PreflightResult of(Target target, Spec spec) {
        var preflight = target.preflight();
        try {
            return new PreflightResult(preflight.stakes(), preflight.look(spec));
        } catch (SystemFault fault) {
            return new PreflightResult(preflight.stakes(), new Look.Unseen(String.valueOf(fault.getMessage())));
        } catch (InterruptedException stop) {
            throw Interrupted.looking(stop);
        }
    }
}
