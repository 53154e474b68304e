package dev.freehold.app.shell.offender;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.ports.time.Timeline;

/// Breaks the rule that adapters are wired in one place, on purpose.
public final class ReachesForAnAdapter {
    public Timeline realTime() {
        return new SystemTimeline();
    }
}
