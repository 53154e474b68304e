package dev.freehold.engine.run;

import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.engine.pace.Chance;
import dev.freehold.engine.state.KnownNodes;
import dev.freehold.engine.work.Work;
import dev.freehold.engine.work.WorkStep;
import dev.freehold.ports.driver.Observed;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// What a run knows of its steps beyond their schedule, and of what stood before it.
final class StepMemory {
    private final Work work;
    private final long seed;
    private final Map<ResourceId, Standing> standing;
    private final StepProgress[] steps;

    /// @param standing what is known of every node of every layer
    StepMemory(Work work, RunId run, long seed, Map<ResourceId, Standing> standing) {
        this.work = work;
        this.seed = seed;
        this.standing = standing;
        this.steps = new StepProgress[work.size()];
        Arrays.setAll(steps, number -> new StepProgress(work.step(number), run));
    }

    StepProgress of(int step) {
        return steps[step];
    }

    /// A token that was never used.
    ///
    /// @param entry the place in the journal: it makes it differ from every other of the layer, whatever run it
    /// is of
    Token token(WorkStep step, long entry) {
        return new Token(HexFormat.of().toHexDigits(Chance.bits(seed, step.whom(), entry)) + '-' + entry);
    }

    /// A gate that passed once must not count as passed while what it depends on has changed.
    boolean mustBeAwaitedAgain(WorkStep step) {
        if (step.operation() != Operation.AWAIT) {
            return false;
        }
        return switch (standing.get(step.id())) {
            case null -> false;
            case Standing.Stands _ -> true;
            case Standing.InDoubt doubt -> doubt.before() != null;
        };
    }

    /// A node and what it came to have: in this run, or before it.
    Optional<Observed> known(ResourceId id) {
        int step = work.lastOf(id);
        var made = step < 0 ? null : steps[step].outputs();
        return made == null
                ? KnownNodes.of(standing.get(id))
                : Optional.of(new Observed(work.step(step).node(), made));
    }
}
