package dev.freehold.engine.deploy;

import dev.freehold.domain.journal.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Ids of runs: when they began, and how much had been recorded by then. What is recorded only grows, so two
/// runs that record anything never share an id.
final class RunIds {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunIds() {}

    static RunId of(Instant now, long entries) {
        return new RunId(TIME.format(now) + "-" + String.format(Locale.ROOT, "%06d", entries));
    }

    /// Of a run that was never begun, so that nothing is recorded under it.
    static RunId refused(Instant now) {
        return new RunId(TIME.format(now) + "-refused");
    }
}
