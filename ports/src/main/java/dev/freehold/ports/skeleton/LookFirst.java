package dev.freehold.ports.skeleton;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SettingChange;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.NoRoom;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.driver.UpdateAnswer;
import java.util.Optional;

/// A driver by the port's promises, the same for every kind of every system: look first, make once, finish what was
/// begun, leave alone what is not ours. It holds no state: the system is asked every time.
public final class LookFirst<R extends Resource> implements ResourceDriver<R> {
    private final KindDriver<R> kind;

    public LookFirst(KindDriver<R> kind) {
        this.kind = kind;
    }

    @Override
    public Optional<Observed> observe(R wanted, Context context) throws InterruptedException {
        try {
            return whole(wanted, context).map(Found::observed);
        } catch (Declined declined) {
            throw new Unforeseen(wanted.id() + " can't be looked at: " + declined.getMessage());
        }
    }

    // A system's own tokens lapse (OCI's after a day) and names may be shared, so it looks first.
    @Override
    public CreateAnswer create(R wanted, Token token, Context context) throws InterruptedException {
        try {
            var there = kind.find(wanted, context);
            if (there.isEmpty()) {
                make(wanted, token, context);
            } else if (isDone(there.get(), wanted, context)) {
                return new CreateAnswer.Created(there.get().observed());
            } else if (kind.isRepeatable()) {
                kind.make(wanted, token, context);
            } else if (there.get().token().filter(token::equals).isEmpty()) {
                return new Refused(
                        "AlreadyExists",
                        wanted.id() + " stands already as " + there.get().handle()
                                + ", with other settings and from another try. Plan again, so that what stands is"
                                + " looked at first.");
            } else {
                kind.change(there.get(), wanted, context);
            }
            return new CreateAnswer.Created(again(wanted, context).observed());
        } catch (Declined declined) {
            return declined.reason() == Declined.Reason.FULL ? declined.noRoom() : declined.refused();
        }
    }

    /// To make a thing is to send for it and then to wait for it. What goes wrong while it is waited for must
    /// not read as if nothing had been made: nobody would remove it later.
    private void make(R wanted, Token token, Context context) throws InterruptedException {
        try {
            kind.make(wanted, token, context);
        } catch (Busy busy) {
            // Where nobody can look, it may stand.
            if (stands(wanted, context, true)) {
                throw new Silent(wanted.id() + " may be there already: " + busy.getMessage());
            }
            throw busy;
        } catch (Declined declined) {
            // Where nobody can look, what refused it is believed.
            if (declined.reason() != Declined.Reason.FULL && stands(wanted, context, false)) {
                throw new Unforeseen(wanted.id() + " was made, and then: " + declined.getMessage());
            }
            throw declined;
        }
    }

    /// @param unseen the answer where nobody can look
    private boolean stands(R wanted, Context context, boolean unseen) throws InterruptedException {
        try {
            return kind.find(wanted, context).isPresent();
        } catch (Declined | SystemFault blind) {
            return unseen;
        }
    }

    @Override
    public UpdateAnswer update(R before, R wanted, Context context) throws InterruptedException {
        var replacement = FixedSettings.refusal(before, wanted);
        if (replacement.isPresent()) {
            return replacement.get();
        }
        try {
            var there = kind.find(wanted, context);
            if (there.isEmpty()) {
                return kind.missing(wanted).refused();
            }
            if (isDone(there.get(), wanted, context)) {
                return new UpdateAnswer.Updated(there.get().observed());
            }
            if (!there.get().isOurs()) {
                return new Refused(
                        "NotOurs", there.get().handle() + " was there before Freehold, which does not change it.");
            }
            var fixed = FixedSettings.refusal(there.get().actual(), wanted);
            if (fixed.isPresent()) {
                return fixed.get();
            }
            kind.change(there.get(), wanted, context);
            return new UpdateAnswer.Updated(again(wanted, context).observed());
        } catch (Declined declined) {
            return switch (declined.reason()) {
                case FULL -> new NoRoom(declined.noRoom().words());
                case ABSENT, NAME_TAKEN, TOKEN_SPENT, FORBIDDEN -> declined.refused();
            };
        }
    }

    @Override
    public DeleteAnswer delete(R gone, Context context) throws InterruptedException {
        try {
            var there = kind.find(gone, context);
            if (there.isEmpty()) {
                kind.removeRest(gone, context);
            } else if (there.get().isOurs()) {
                remove(there.get(), gone, context);
            }
            return new DeleteAnswer.Deleted();
        } catch (Declined declined) {
            return declined.refused();
        }
    }

    /// Systems may have one answer for what is gone and for what the user may not touch: another look tells
    /// which it was.
    private void remove(Found<R> there, R gone, Context context) throws InterruptedException {
        try {
            kind.remove(there, gone, context);
        } catch (Declined declined) {
            if (declined.reason() != Declined.Reason.ABSENT
                    || kind.find(gone, context).isPresent()) {
                throw declined;
            }
        }
    }

    private Found<R> again(R wanted, Context context) throws InterruptedException {
        return whole(wanted, context).orElseThrow(() -> new Silent(wanted.id() + " was made, and is not seen yet."));
    }

    private Optional<Found<R>> whole(R wanted, Context context) throws InterruptedException {
        var there = kind.find(wanted, context);
        return there.isPresent() && kind.isWhole(there.get(), wanted, context) ? there : Optional.empty();
    }

    private boolean isDone(Found<R> there, R wanted, Context context) throws InterruptedException {
        return !kind.isRepeatable()
                && SettingChange.between(there.actual(), wanted).isEmpty()
                && kind.isWhole(there, wanted, context);
    }
}
