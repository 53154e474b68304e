package dev.freehold.adapters.oci.ownership;

import dev.freehold.adapters.oci.profile.UnusableProfile;
import dev.freehold.adapters.oci.wire.Declined;
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

/// The port's promises, the same for every kind on OCI: look first, make once, finish what was begun, leave alone
/// what is not ours. It holds no state: OCI is asked every time.
public final class OciDriver<R extends Resource> implements ResourceDriver<R> {
    private final OciKind<R> kind;

    public OciDriver(OciKind<R> kind) {
        this.kind = kind;
    }

    @Override
    public Optional<Observed> observe(R wanted, Context context) throws InterruptedException {
        try {
            return kind.find(wanted, context).map(found -> new Observed(found.actual(), found.outputs()));
        } catch (Declined declined) {
            throw new Unforeseen(wanted.id() + " can't be looked at: " + declined.getMessage());
        } catch (UnusableProfile unusable) {
            throw new Unforeseen(wanted.id() + " can't be looked at: " + unusable.getMessage());
        }
    }

    // OCI's retry tokens lapse after a day and names may be shared, so it looks first.
    @Override
    public CreateAnswer create(R wanted, Token token, Context context) throws InterruptedException {
        try {
            var there = kind.find(wanted, context);
            if (there.isEmpty()) {
                make(wanted, token, context);
                return new CreateAnswer.Created(again(wanted, context).outputs());
            }
            if (isAsWanted(there.get(), wanted)) {
                return new CreateAnswer.Created(there.get().outputs());
            }
            if (there.get().token().filter(token::equals).isEmpty()) {
                return new Refused(
                        "NotAuthorizedOrResourceAlreadyExists",
                        wanted.id() + " stands already as " + there.get().ocid()
                                + ", with other settings and from another try. Plan again, so that what stands is"
                                + " looked at first.");
            }
            kind.change(there.get(), wanted, context);
            return new CreateAnswer.Created(again(wanted, context).outputs());
        } catch (Declined declined) {
            return declined.reason() == Declined.Reason.FULL ? declined.noRoom() : declined.refused();
        } catch (UnusableProfile unusable) {
            return refused(unusable);
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
        try {
            var there = kind.find(wanted, context);
            if (there.isEmpty()) {
                return new Refused("NotAuthorizedOrNotFound", wanted.id() + " is not there any more. Plan again.");
            }
            if (isAsWanted(there.get(), wanted)) {
                return new UpdateAnswer.Updated(there.get().outputs());
            }
            if (there.get().adopted()) {
                return new Refused(
                        "NotAuthorized", there.get().ocid() + " was there before Freehold, which does not change it.");
            }
            var fixed = fixed(there.get(), wanted);
            if (fixed.isPresent()) {
                return fixed.get();
            }
            kind.change(there.get(), wanted, context);
            return new UpdateAnswer.Updated(again(wanted, context).outputs());
        } catch (Declined declined) {
            return switch (declined.reason()) {
                case FULL -> new NoRoom(declined.noRoom().words());
                case ABSENT, NAME_TAKEN, TOKEN_SPENT, FORBIDDEN -> declined.refused();
            };
        } catch (UnusableProfile unusable) {
            return refused(unusable);
        }
    }

    @Override
    public DeleteAnswer delete(R gone, Context context) throws InterruptedException {
        try {
            var there = kind.find(gone, context).filter(found -> !found.adopted());
            if (there.isPresent()) {
                remove(there.get(), gone, context);
            }
            return new DeleteAnswer.Deleted();
        } catch (Declined declined) {
            return declined.refused();
        } catch (UnusableProfile unusable) {
            return refused(unusable);
        }
    }

    /// OCI has one answer for what is gone and for what the user may not touch: another look tells which it
    /// was.
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
        return kind.find(wanted, context)
                .orElseThrow(() -> new Silent(wanted.id() + " was made, and Oracle Cloud does not show it yet."));
    }

    private static <R extends Resource> boolean isAsWanted(Found<R> there, R wanted) {
        return SettingChange.between(there.actual(), wanted).isEmpty();
    }

    private static <R extends Resource> Optional<Refused> fixed(Found<R> there, R wanted) {
        for (var change : SettingChange.between(there.actual(), wanted)) {
            if (!change.inPlace()) {
                return Optional.of(new Refused(
                        "InvalidParameter",
                        "'" + change.setting() + "' of " + wanted.id() + " can't be changed from "
                                + change.before().words() + " to "
                                + change.after().words() + " on what lives."));
            }
        }
        return Optional.empty();
    }

    private static Refused refused(UnusableProfile unusable) {
        var words = unusable.getMessage();
        return new Refused("NotAuthenticated", words == null ? "The OCI configuration can't be used." : words);
    }
}
