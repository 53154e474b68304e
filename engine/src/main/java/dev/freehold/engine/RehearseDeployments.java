package dev.freehold.engine;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/// Deploys a platform many times, each in a fresh target of its own seed, and counts what came of it.
public final class RehearseDeployments {
    private final LongFunction<Target> targets;
    private final LongSupplier nanoClock;

    /// @param targets a fresh target for a seed, with nothing in it
    /// @param nanoClock real time, in nanoseconds from anywhere
    public RehearseDeployments(LongFunction<Target> targets, LongSupplier nanoClock) {
        this.targets = targets;
        this.nanoClock = nanoClock;
    }

    /// @param runs how many
    /// @param firstSeed the first one's seed; the others' follow it
    public record Request(Wanted wanted, int runs, long firstSeed) {}

    /// @param violations runs that were ever above the allowance
    /// @param makespan of those that succeeded
    /// @param wallSeconds real time
    public record Rehearsal(
            int runs, int succeeded, int violations, Makespan makespan, double wallSeconds, List<Cause> failures) {
        public Rehearsal {
            failures = List.copyOf(failures);
        }
    }

    /// Seconds that half, nine in ten, and ninety-nine in a hundred runs needed at most.
    public record Makespan(double p50, double p90, double p99) {}

    /// @param cause what the first failure of a run was
    public record Cause(String cause, int count) {}

    public Rehearsal rehearse(Request request, StopSign stop) {
        return Soon.comes(targets, nanoClock, request, stop);
    }
}
