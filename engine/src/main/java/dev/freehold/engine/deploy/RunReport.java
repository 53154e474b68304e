package dev.freehold.engine.deploy;

import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.plan.Action;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a run did. Seconds have three decimals and, in simulation, are virtual.
///
/// @param phases in the order in which the run went through them
/// @param resources what was to be changed, in the order in which it was begun; what never was, last
/// @param makespanSeconds from the first call to the last outcome
/// @param criticalPathSeconds the longest chain of work of which each piece had to wait for the one before it
public record RunReport(
        RunId run,
        RunResult result,
        List<PhaseReport> phases,
        List<ResourceReport> resources,
        double makespanSeconds,
        double criticalPathSeconds) {

    public RunReport {
        phases = List.copyOf(phases);
        resources = List.copyOf(resources);
    }

    /// @param seconds from its first call to its last outcome
    public record PhaseReport(Phase phase, RunResult result, double seconds) {}

    /// How what was meant to be done with a resource ended.
    public enum ResourceResult {
        SUCCEEDED,
        FAILED,
        INTERRUPTED,
        /// It was never begun.
        SKIPPED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param action what was meant to be done with it
    /// @param startedAt absent if it never was begun
    /// @param attempts how many calls went out to do it
    /// @param error what went wrong, for a person; absent where nothing did
    public record ResourceReport(
            ResourceId id,
            Action action,
            ResourceResult result,
            @Nullable Instant startedAt,
            double seconds,
            int attempts,
            @Nullable String error) {}

    /// The report of a run that went on with another phase, as `deploy all` does with validation.
    public RunReport with(PhaseReport phase, RunResult result) {
        var phases = new ArrayList<>(this.phases);
        phases.add(phase);
        return new RunReport(run, result, phases, resources, makespanSeconds, criticalPathSeconds);
    }

    /// The same, each error in other words.
    public RunReport worded(UnaryOperator<String> wording) {
        var worded = resources.stream()
                .map(resource -> resource.error() == null
                        ? resource
                        : new ResourceReport(
                                resource.id(),
                                resource.action(),
                                resource.result(),
                                resource.startedAt(),
                                resource.seconds(),
                                resource.attempts(),
                                wording.apply(resource.error())))
                .toList();
        return new RunReport(run, result, phases, worded, makespanSeconds, criticalPathSeconds);
    }
}
