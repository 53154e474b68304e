package dev.freehold.engine.call;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Resource;
import dev.freehold.engine.call.CallOutcome.Fault;
import dev.freehold.engine.call.CallOutcome.Found;
import dev.freehold.engine.call.CallOutcome.Gone;
import dev.freehold.engine.call.CallOutcome.Made;
import dev.freehold.engine.call.CallOutcome.Nothing;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.image.ImageBuilder;
import java.util.Optional;

/// Sends each call to the port that serves the node, and translates what comes back.
public final class Calls {
    private final Systems systems;

    public Calls(Systems systems) {
        this.systems = systems;
    }

    /// A call that may find that it doesn't know what it did.
    private interface Call {
        CallOutcome make() throws InterruptedException;
    }

    public CallOutcome look(Node wanted, Context context) {
        return answer(() -> switch (wanted) {
            case Gate _ -> new Nothing();
            case ImageBuild image -> found(systems.images().find(image, context));
            case Resource resource -> found(systems.drivers().of(resource).observe(resource, context));
        });
    }

    private static CallOutcome found(Optional<Observed> seen) {
        return seen.<CallOutcome>map(observed -> new Found(observed.actual(), observed.outputs()))
                .orElseGet(Nothing::new);
    }

    public CallOutcome create(Node wanted, Token token, Context context) {
        return answer(() -> switch (wanted) {
            case Gate gate -> awaited(systems.gates().await(gate, context));
            case ImageBuild image -> built(systems.images().build(image, token, context));
            case Resource resource -> created(systems.drivers().of(resource).create(resource, token, context));
        });
    }

    private static CallOutcome awaited(GateKeeper.Answer answer) {
        return switch (answer) {
            case GateKeeper.Answer.Passed passed -> new Made(passed.outputs());
            case GateKeeper.Answer.NotInTime(var seen) -> Fault.of(Failure.Kind.NOT_IN_TIME, seen);
        };
    }

    private static CallOutcome built(ImageBuilder.Answer answer) {
        return switch (answer) {
            case ImageBuilder.Answer.Built(var outputs) -> new Made(outputs);
            case ImageBuilder.Answer.Failed(var words) -> Fault.of(Failure.Kind.REFUSED, words);
        };
    }

    private static CallOutcome created(CreateAnswer answer) {
        return switch (answer) {
            case CreateAnswer.Created created -> new Made(created.outputs());
            case NoRoom(var words) -> Fault.of(Failure.Kind.NO_ROOM, words);
            case Refused refused -> refusal(refused);
        };
    }

    public CallOutcome update(Node before, Node wanted, Token token, Context context) {
        return answer(() -> switch (wanted) {
            case Gate gate -> awaited(systems.gates().await(gate, context));
            case ImageBuild image -> built(systems.images().update((ImageBuild) before, image, token, context));
            case Resource resource -> updated(update(resource, before, context));
        });
    }

    /// Both are of one kind, since they have one id.
    private <R extends Resource> UpdateAnswer update(R wanted, Node before, Context context)
            throws InterruptedException {
        @SuppressWarnings("unchecked")
        var was = (R) wanted.getClass().cast(before);
        return systems.drivers().of(wanted).update(was, wanted, context);
    }

    private static CallOutcome updated(UpdateAnswer answer) {
        return switch (answer) {
            case UpdateAnswer.Updated updated -> new Made(updated.outputs());
            case NoRoom(var words) -> Fault.of(Failure.Kind.NO_ROOM, words);
            case Refused refused -> refusal(refused);
        };
    }

    /// A gate is only dropped: there is nothing to remove.
    public CallOutcome delete(Node gone, Context context) {
        return answer(() -> switch (gone) {
            case Gate _ -> new Gone();
            case ImageBuild image -> {
                systems.images().remove(image, context);
                yield new Gone();
            }
            case Resource resource -> deleted(delete(resource, context));
        });
    }

    private <R extends Resource> DeleteAnswer delete(R gone, Context context) throws InterruptedException {
        ResourceDriver<R> driver = systems.drivers().of(gone);
        return driver.delete(gone, context);
    }

    private static CallOutcome deleted(DeleteAnswer answer) {
        return switch (answer) {
            case DeleteAnswer.Deleted() -> new Gone();
            case Refused refused -> refusal(refused);
        };
    }

    private static CallOutcome refusal(Refused refused) {
        var words = refused.words();
        return Fault.of(Failure.Kind.REFUSED, words.contains(refused.code()) ? words : refused.code() + ": " + words);
    }

    private static CallOutcome answer(Call call) {
        try {
            return call.make();
        } catch (InterruptedException stopped) {
            return Fault.of(Failure.Kind.INTERRUPTED, "The run was interrupted while the call was under way.");
        } catch (SystemFault fault) {
            return fault(fault);
        } catch (RuntimeException bug) {
            // A driver that breaks its contract: what it did is as unknown as with words unknown.
            return Fault.of(Failure.Kind.UNFORESEEN, bug + ". This is a bug in Freehold.");
        }
    }

    private static Fault fault(SystemFault fault) {
        var words = fault.getMessage() == null ? "It gave no reason." : fault.getMessage();
        return switch (fault) {
            case Busy busy ->
                new Fault(
                        new Failure(Failure.Kind.BUSY, words), busy.retryAfter().orElse(null));
            case Silent _ -> Fault.of(Failure.Kind.SILENT, words);
            case Unforeseen _ -> Fault.of(Failure.Kind.UNFORESEEN, words);
        };
    }
}
