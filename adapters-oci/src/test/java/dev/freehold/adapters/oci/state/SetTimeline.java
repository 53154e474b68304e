package dev.freehold.adapters.oci.state;

import dev.freehold.ports.state.SampleEntries;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;

/// A clock that a test sets, and workers that never run.
final class SetTimeline implements Timeline {
    private Instant now = SampleEntries.AT;

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        pass(duration);
    }

    @Override
    public Worker start(String name, Runnable work) {
        return () -> {};
    }

    @Override
    public void join() {}
}
