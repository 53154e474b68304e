package dev.freehold.engine.run;

import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Achieved.How;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SettingChange;
import dev.freehold.engine.call.CallOutcome;
import dev.freehold.engine.pace.Chance;
import dev.freehold.engine.state.KnownNodes;
import dev.freehold.engine.work.Work;
import dev.freehold.ports.driver.Observed;
import java.time.Instant;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a run knows of each step beyond its schedule: what a look found, under which token the system was
/// asked, what it came to have. From that follows the operation that a step has come to: a creation finds an
/// old version in its place and removes or changes it first, an update finds nothing left to change.
final class StepMemory {
    private final Work work;
    private final RunId run;
    private final long seed;
    private final Map<ResourceId, Standing> standing;
    private final StandingUse watch;

    private final @Nullable Node[] found;
    private final @Nullable Token[] tokens;
    private final @Nullable Outputs[] outputs;
    private final BitSet asWanted = new BitSet();
    private final BitSet missing = new BitSet();
    private final @Nullable Operation[] intended;

    StepMemory(Work work, PlanRun.Terms terms) {
        int size = work.size();
        this.work = work;
        this.run = terms.id();
        this.seed = terms.conduct().seed();
        this.standing = terms.standing();
        this.found = new @Nullable Node[size];
        this.tokens = new @Nullable Token[size];
        this.outputs = new @Nullable Outputs[size];
        this.intended = new @Nullable Operation[size];
        var counted = new Usage[size];
        for (int step = 0; step < size; step++) {
            counted[step] = work.step(step).use().before();
            var doubt = work.step(step).doubt();
            if (doubt != null) {
                intended[step] = doubt.operation();
                // An equal request may go out under the same token; another one would be refused.
                tokens[step] = doubt.node().equals(work.step(step).node()) ? doubt.token() : null;
            }
        }
        this.watch = new StandingUse(work.standing(), counted, terms.conduct().allowed());
    }

    /// What is to be done, or is being done, for the step now.
    Operation operation(int step) {
        return switch (work.step(step).operation()) {
            case CREATE -> {
                var there = found[step];
                yield there == null ? Operation.CREATE : canBecome(there, work.step(step).node());
            }
            case UPDATE -> missing.get(step) ? Operation.CREATE : Operation.UPDATE;
            case DELETE -> Operation.DELETE;
            case AWAIT -> Operation.AWAIT;
        };
    }

    private static Operation canBecome(Node there, Node wanted) {
        for (var change : SettingChange.between(there, wanted)) {
            if (!change.inPlace()) {
                return Operation.DELETE;
            }
        }
        return Operation.UPDATE;
    }

    Intended intend(int step, int attempt, boolean newToken, long entry, Instant now) {
        var operation = operation(step);
        var token = tokens[step];
        if (token == null || newToken) {
            token = token(step, entry);
            tokens[step] = token;
        }
        intended[step] = operation;
        if (operation == Operation.CREATE || operation == Operation.UPDATE) {
            watch.intended(step, work.step(step).node());
        }
        return new Intended(run, now, operation, node(step, operation), token, attempt);
    }

    /// The place in the journal makes it differ from every other of the layer, whatever run it is of.
    private Token token(int step, long entry) {
        return new Token(HexFormat.of().toHexDigits(Chance.bits(seed, work.step(step).whom(), entry)) + '-' + entry);
    }

    /// What the operation is about: what is wanted, or what has to go for it.
    private Node node(int step, Operation operation) {
        var there = found[step];
        return operation == Operation.DELETE && there != null ? there : work.step(step).node();
    }

    /// The call that was intended last.
    Assignment.Call call(int step) {
        var operation = operation(step);
        return switch (operation) {
            case CREATE, AWAIT -> new Assignment.Create(step, work.step(step).node(), tokenOf(step));
            case UPDATE -> new Assignment.Update(step, startOf(step), work.step(step).node(), tokenOf(step));
            case DELETE -> new Assignment.Delete(step, node(step, operation));
        };
    }

    private Token tokenOf(int step) {
        var token = tokens[step];
        if (token == null) {
            throw new IllegalStateException(work.id(step) + " is asked for without a token");
        }
        return token;
    }

    private Node startOf(int step) {
        var there = found[step];
        if (there == null) {
            there = work.step(step).before();
        }
        return there == null ? work.step(step).node() : there;
    }

    JournalEntry achieved(int step, Outputs made, Instant now) {
        outputs[step] = made;
        watch.achieved(step, work.step(step).use().after());
        return new Achieved(run, now, operation(step), work.step(step).node(), made, How.MADE);
    }

    JournalEntry gone(int step, Instant now) {
        var node = node(step, Operation.DELETE);
        found[step] = null;
        tokens[step] = null;
        watch.achieved(step, Usage.NONE);
        return new Achieved(run, now, Operation.DELETE, node, Outputs.NONE, How.MADE);
    }

    /// What a look found is in the state from then on, whether it is as wanted or must be changed first;
    /// nothing is to be recorded of what stood before, and may or may not have been changed.
    @Nullable
    JournalEntry found(int step, CallOutcome.Found seen, Instant now) {
        var doubt = work.step(step).doubt();
        if (doubt != null && doubt.before() != null) {
            found[step] = seen.actual();
            return null;
        }
        outputs[step] = seen.outputs();
        if (SettingChange.between(seen.actual(), work.step(step).node()).isEmpty()) {
            asWanted.set(step);
            watch.achieved(step, work.step(step).use().after());
            return new Achieved(run, now, intended(step), work.step(step).node(), seen.outputs(), How.ADOPTED);
        }
        found[step] = seen.actual();
        tokens[step] = null;
        watch.achieved(step, Usage.of(seen.actual()));
        return new Achieved(run, now, intended(step), seen.actual(), seen.outputs(), How.ADOPTED);
    }

    boolean isAsWanted(int step) {
        return asWanted.get(step);
    }

    /// What stood before stands no more, if anything did.
    List<JournalEntry> missing(int step, Instant now) {
        missing.set(step);
        watch.achieved(step, Usage.NONE);
        var doubt = work.step(step).doubt();
        if (doubt == null || doubt.before() == null) {
            return List.of();
        }
        tokens[step] = null;
        var gone = doubt.before().node();
        return List.of(
                new Intended(run, now, Operation.DELETE, gone, doubt.token(), 1),
                new Achieved(run, now, Operation.DELETE, gone, Outputs.NONE, How.ADOPTED));
    }

    void notDone(int step) {
        watch.notDone(step);
    }

    /// The operation that the journal was last told of.
    Operation intended(int step) {
        var last = intended[step];
        return last == null ? operation(step) : last;
    }

    /// A gate that passed once must not count as passed while what it depends on has changed.
    boolean mustBeAwaitedAgain(int step) {
        if (work.step(step).operation() != Operation.AWAIT) {
            return false;
        }
        return switch (standing.get(work.id(step))) {
            case null -> false;
            case Standing.Stands _ -> true;
            case Standing.InDoubt doubt -> doubt.before() != null;
        };
    }

    /// A node and what it came to have: in this run, or before it.
    Optional<Observed> known(ResourceId id) {
        int step = work.lastOf(id);
        var made = step < 0 ? null : outputs[step];
        if (made != null) {
            return Optional.of(new Observed(work.step(step).node(), made));
        }
        return KnownNodes.of(standing.get(id));
    }

    boolean wasEverAbove() {
        return watch.wasEverAbove();
    }
}
