package dev.freehold.lab.oracle.api;

import java.time.Duration;

/// Switches for clients that can't take what OCI really does, and for trying what it does at its worst.
///
/// @param workRequestIds what asynchronous calls do with `opc-work-request-id`. The Terraform provider looks the
///     request up at Oracle's own host even where it was sent elsewhere, and then needs them withheld
/// @param continueDelay real time before `Expect: 100-continue` is answered; longer than a client waits is as good
/// as
///     never
/// @param vnicLag lab time by which an instance's RUNNING precedes its attached VNIC
public record Quirks(WorkRequestIds workRequestIds, Duration continueDelay, Duration vnicLag) {
    /// Whether clients get to know them.
    public enum WorkRequestIds {
        TOLD,
        WITHHELD
    }

    public static final Quirks NONE = new Quirks(WorkRequestIds.TOLD, Duration.ZERO, Duration.ofSeconds(4));

    public Quirks withoutWorkRequestIds() {
        return new Quirks(WorkRequestIds.WITHHELD, continueDelay, vnicLag);
    }

    public Quirks withContinueDelay(Duration real) {
        return new Quirks(workRequestIds, real, vnicLag);
    }

    public Quirks withVnicLag(Duration lag) {
        return new Quirks(workRequestIds, continueDelay, lag);
    }
}
