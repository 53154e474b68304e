package dev.freehold.engine.rehearse;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.PerLayer;
import dev.freehold.domain.schedule.TimingProfile;
import dev.freehold.engine.caller.StopSign;
import dev.freehold.engine.deploy.DeployPlatform;
import dev.freehold.engine.deploy.Refusal;
import dev.freehold.engine.look.ObservedPlatform;
import dev.freehold.engine.look.PreflightResult;
import dev.freehold.engine.pace.Chance;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.plan.PlannedPlatform;
import dev.freehold.engine.plan.WantedPlatform;
import dev.freehold.engine.run.PlanRun;
import dev.freehold.engine.run.RunTerms;
import dev.freehold.engine.run.StepOutcomes;
import dev.freehold.engine.state.LayerRecord;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.engine.target.Target;
import dev.freehold.engine.work.Conduct;
import dev.freehold.engine.work.Work;
import dev.freehold.ports.driver.ProcessHalted;
import dev.freehold.ports.person.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Deploys a platform many times, each time from nothing in a target of its own, and counts what came of it.
/// The plan is the same for all and is made once; what differs is each target's luck, which its seed decides.
public final class RehearseDeployments {
    private static final RunId REHEARSAL = new RunId("rehearsal");

    private final LongFunction<Watched> targets;
    private final LongSupplier nanoClock;
    private final Pace pace;

    /// @param targets a fresh target for a seed, with nothing in it
    /// @param nanoClock real time, in nanoseconds from anywhere
    public RehearseDeployments(LongFunction<Watched> targets, LongSupplier nanoClock) {
        this(targets, nanoClock, Pace.USUAL);
    }

    public RehearseDeployments(LongFunction<Watched> targets, LongSupplier nanoClock, Pace pace) {
        this.targets = targets;
        this.nanoClock = nanoClock;
        this.pace = pace;
    }

    /// A target, and somebody who counts what stands there.
    ///
    /// @param sawTooMuch whether ever more stood than may, by a count that shares nothing with ours
    public record Watched(Target target, BooleanSupplier sawTooMuch) {}

    /// @param runs how many
    /// @param seed decides the luck of each run; with another seed, none of them has the same
    /// @param threads how many to have under way at once; the figures don't depend on it
    public record Request(WantedPlatform wanted, int runs, long seed, int threads) {
        public Request {
            if (runs < 1 || threads < 1) {
                throw new IllegalArgumentException(runs + " runs on " + threads + " threads are no rehearsal");
            }
        }
    }

    /// What came of all runs.
    ///
    /// @param runs how many were gone through; fewer than asked for if the stop sign was raised
    /// @param violations runs in which ever more stood than may, by the witness' count
    /// @param makespan of those that succeeded; zeros if none did
    /// @param wallSeconds real time
    /// @param failures how many runs failed of what first, the most frequent first
    public record Rehearsal(
            int runs, int succeeded, int violations, Makespan makespan, double wallSeconds, List<Cause> failures) {
        public Rehearsal {
            failures = List.copyOf(failures);
        }
    }

    /// Seconds that half, nine in ten, and ninety-nine in a hundred runs needed at most.
    public record Makespan(double p50, double p90, double p99) {}

    /// @param cause the resource that failed first, and how
    public record Cause(String cause, int count) {}

    /// What is the same in every run.
    private record Piece(PlannedPlatform planned, Work work, PerLayer<LayerRecord> records) {}

    /// Why the platform may not, or can't, be deployed at all; empty if nothing speaks against it.
    public Optional<Refusal> refusal(WantedPlatform wanted) {
        return DeployPlatform.refusal(planned(wanted));
    }

    /// @throws IllegalArgumentException if there is a [#refusal]
    public Rehearsal rehearse(Request request, StopSign stop) {
        long start = nanoClock.getAsLong();
        refusal(request.wanted()).ifPresent(why -> {
            throw new IllegalArgumentException("The platform is not to be deployed: " + why);
        });
        var piece = piece(request.wanted());
        var tally = new Tally(request.runs());
        var next = new AtomicInteger();
        var escaped = new AtomicReference<@Nullable Throwable>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < Math.min(request.threads(), request.runs()); i++) {
            threads.add(Thread.ofPlatform()
                    .name("rehearsal-" + i)
                    .uncaughtExceptionHandler((_, thrown) -> escaped.compareAndSet(null, thrown))
                    .start(() -> {
                        for (int run = next.getAndIncrement();
                                run < request.runs() && !stop.raised() && escaped.get() == null;
                                run = next.getAndIncrement()) {
                            deploy(piece, run, targets.apply(seed(request.seed(), run)), tally);
                        }
                    }));
        }
        join(threads, stop);
        if (escaped.get() != null) {
            throw new IllegalStateException("A rehearsal broke off. This is a bug in Freehold.", escaped.get());
        }
        return tally.rehearsal((nanoClock.getAsLong() - start) / 1e9);
    }

    private static void join(List<Thread> threads, StopSign stop) {
        for (var thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException interrupted) {
                    stop.raise();
                }
            }
        }
    }

    /// Numbers that follow each other from a place that is the seed's own. Zero would be a run without chance.
    private static long seed(long seed, int run) {
        long number = Chance.bits(seed, 0, 0) + run;
        return number == 0 ? Long.MIN_VALUE : number;
    }

    private static PlannedPlatform planned(WantedPlatform wanted) {
        var states = LayerStates.of(layer -> LayerRecord.of(layer, List.of()).state());
        return PlannedPlatform.of(wanted, List.of(), states, ObservedPlatform.NOTHING, PreflightResult.NOTHING);
    }

    private static Piece piece(WantedPlatform wanted) {
        var nothing = PerLayer.of(layer -> LayerRecord.of(layer, List.of()));
        var planned = planned(wanted);
        var work = Work.of(planned.plan().steps(), Map.of(), TimingProfile.REFERENCE);
        return new Piece(planned, work, nothing);
    }

    private void deploy(Piece piece, int number, Watched watched, Tally tally) {
        var target = watched.target();
        var run = new PlanRun(
                piece.work(),
                new RunTerms(
                        new RunTerms.Identity(REHEARSAL, "rehearse"),
                        target.systems(),
                        target.timeline(),
                        new RunTerms.Records(piece.records(), target.journals(), null, null),
                        new Conduct(pace, piece.planned().ledger()::allows, target.seed()),
                        ProgressListener.NONE));
        boolean halted = false;
        try {
            run.work(EnumSet.allOf(Layer.class));
            run.finish(RunResult.FAILED);
        } catch (ProcessHalted end) {
            halted = true;
        }
        tally.add(number, run.outcomes(), halted, watched.sawTooMuch().getAsBoolean());
    }

    /// Counts, and 8 bytes for each run that succeeded.
    private static final class Tally {
        private final long[] makespans;
        private final Map<String, Integer> failures = new TreeMap<>();
        private int runs;
        private int succeeded;
        private int violations;

        Tally(int runs) {
            this.makespans = new long[runs];
            Arrays.fill(makespans, -1);
        }

        synchronized void add(int number, StepOutcomes outcomes, boolean halted, boolean tooMuch) {
            runs++;
            violations += tooMuch ? 1 : 0;
            int failed = outcomes.firstFailed();
            if (halted) {
                failures.merge("the process was halted", 1, Integer::sum);
            } else if (failed < 0) {
                succeeded++;
                makespans[number] = outcomes.makespanMillis();
            } else {
                var failure = outcomes.failure(failed);
                var kind = failure == null ? "" : ": " + word(failure.kind());
                failures.merge(outcomes.work().id(failed) + kind, 1, Integer::sum);
            }
        }

        private static String word(Failure.Kind kind) {
            return switch (kind) {
                case NO_ROOM -> "no room";
                case REFUSED -> "refused";
                case BUSY -> "busy";
                case SILENT -> "no answer";
                case UNFORESEEN -> "unforeseen";
                case NOT_IN_TIME -> "not in time";
                case INTERRUPTED -> "interrupted";
            };
        }

        synchronized Rehearsal rehearsal(double wallSeconds) {
            var sorted = Arrays.stream(makespans)
                    .filter(millis -> millis >= 0)
                    .sorted()
                    .toArray();
            var causes = new ArrayList<Cause>();
            failures.forEach((cause, count) -> causes.add(new Cause(cause, count)));
            causes.sort(Comparator.comparingInt((Cause cause) -> -cause.count()).thenComparing(Cause::cause));
            return new Rehearsal(
                    runs,
                    succeeded,
                    violations,
                    new Makespan(percentile(sorted, 50), percentile(sorted, 90), percentile(sorted, 99)),
                    wallSeconds,
                    causes);
        }

        /// The nearest rank: the smallest that so many in a hundred don't exceed.
        private static double percentile(long[] sorted, int percent) {
            if (sorted.length == 0) {
                return 0;
            }
            int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
            return sorted[Math.max(rank, 1) - 1] / 1000.0;
        }
    }
}
