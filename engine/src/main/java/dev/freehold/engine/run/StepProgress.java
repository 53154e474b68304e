package dev.freehold.engine.run;

import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Achieved.How;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.SettingChange;
import dev.freehold.engine.call.CallOutcome;
import dev.freehold.engine.work.Instruction;
import dev.freehold.engine.work.WorkStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run knows of one step beyond its schedule: what a look found, under which token the system was
/// asked, what it came to have. From that follows the operation that the step has come to: a creation finds an
/// old version in its place and removes or changes it first, an update finds nothing left to change.
final class StepProgress {
    private final WorkStep step;
    private final RunId run;
    private @Nullable Node found;
    private @Nullable Token token;
    private @Nullable Outputs outputs;
    private @Nullable Operation intended;
    private boolean missing;

    StepProgress(WorkStep step, RunId run) {
        this.step = step;
        this.run = run;
        var doubt = step.doubt();
        if (doubt != null) {
            intended = doubt.operation();
            // An equal request may go out under the same token; another one would be refused.
            token = doubt.node().equals(step.node()) ? doubt.token() : null;
        }
    }

    /// What is to be done, or is being done, for the step now.
    Operation operation() {
        return switch (step.operation()) {
            case CREATE -> found == null ? Operation.CREATE : canBecome(found, step.node());
            case UPDATE -> missing ? Operation.CREATE : Operation.UPDATE;
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

    /// The operation that the journal was last told of.
    Operation intended() {
        return intended == null ? operation() : intended;
    }

    /// What it came to have in this run; absent if nothing did.
    @Nullable
    Outputs outputs() {
        return outputs;
    }

    /// @param fresh a token that was never used
    /// @param request what the system must take the call for
    Fact.CallGoesOut intend(int attempt, Token fresh, Instruction.Request request, Instant now) {
        var operation = operation();
        var kept = token == null || request == Instruction.Request.ANOTHER ? fresh : token;
        token = kept;
        intended = operation;
        return new Fact.CallGoesOut(step.number(), new Intended(run, now, operation, node(operation), kept, attempt));
    }

    /// What the operation is about: what is wanted, or what has to go for it.
    private Node node(Operation operation) {
        return operation == Operation.DELETE && found != null ? found : step.node();
    }

    /// The call that was intended last.
    Assignment.Call call() {
        var operation = operation();
        return switch (operation) {
            case CREATE, AWAIT -> new Assignment.Create(step.number(), step.node(), usedToken());
            case UPDATE -> new Assignment.Update(step.number(), start(), step.node(), usedToken());
            case DELETE -> new Assignment.Delete(step.number(), node(operation));
        };
    }

    private Token usedToken() {
        if (token == null) {
            throw new IllegalStateException(step.id() + " is asked for without a token");
        }
        return token;
    }

    private Node start() {
        if (found != null) {
            return found;
        }
        var before = step.before();
        return before == null ? step.node() : before;
    }

    Fact.Done made(Outputs made, Instant now) {
        outputs = made;
        var how = step.planned().adopts() ? How.ADOPTED : How.MADE;
        return new Fact.Done(step.number(), new Achieved(run, now, operation(), step.node(), made, how));
    }

    /// What was removed was all of the step's work, or it stood in the way of what is to be created in its
    /// place.
    Fact.Recorded gone(Instant now) {
        var entry = new Achieved(run, now, Operation.DELETE, node(Operation.DELETE), Outputs.NONE, How.MADE);
        found = null;
        token = null;
        return step.operation() == Operation.DELETE
                ? new Fact.Done(step.number(), entry)
                : new Fact.DoneInPart(step.number(), entry);
    }

    /// What a look found is in the state from then on, whether it is as wanted or must be changed first;
    /// nothing is to be recorded of what stood before, and may or may not have been changed.
    Fact.@Nullable Recorded found(CallOutcome.Found seen, Instant now) {
        var doubt = step.doubt();
        if (doubt != null && doubt.before() != null) {
            found = seen.actual();
            return null;
        }
        outputs = seen.outputs();
        if (SettingChange.between(seen.actual(), step.node()).isEmpty()) {
            return new Fact.Done(step.number(), adopted(step.node(), seen.outputs(), now));
        }
        found = seen.actual();
        token = null;
        return new Fact.DoneInPart(step.number(), adopted(seen.actual(), seen.outputs(), now));
    }

    private Achieved adopted(Node node, Outputs outputs, Instant now) {
        return new Achieved(run, now, intended(), node, outputs, How.ADOPTED);
    }

    /// What stood before stands no more, if anything did.
    Fact.NothingFound missing(Instant now) {
        missing = true;
        var doubt = step.doubt();
        if (doubt == null || doubt.before() == null) {
            return new Fact.NothingFound(now, step.number(), List.of());
        }
        token = null;
        var gone = doubt.before().node();
        return new Fact.NothingFound(
                now,
                step.number(),
                List.of(
                        new Intended(run, now, Operation.DELETE, gone, doubt.token(), 1),
                        new Achieved(run, now, Operation.DELETE, gone, Outputs.NONE, How.ADOPTED)));
    }
}
