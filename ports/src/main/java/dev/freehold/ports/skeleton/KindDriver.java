package dev.freehold.ports.skeleton;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Context;
import java.util.Optional;

/// How a system has one kind of resource. What it refuses is thrown as [Declined], and what we don't know as a
/// fault; [LookFirst] makes answers of the former.
public interface KindDriver<R extends Resource> {

    /// What lives of `wanted`: by its tags, or by its name where it may be adopted. Terminated things don't
    /// count.
    Optional<Found<R>> find(R wanted, Context context) throws InterruptedException;

    /// Is what was found all that is wanted, as far as no setting tells? What is not whole is not seen by who
    /// looks, so that it is planned anew; an update changes it, and a removal removes it.
    default boolean isWhole(Found<R> there, R wanted, Context context) throws InterruptedException {
        return true;
    }

    /// May it be made and changed where it stands as wanted already? So it is where a look does not tell all,
    /// and doing it again costs nothing: files that follow from the spec, and what has to prove that it works.
    /// Such a kind's [#make] and [#change] find for themselves what is left to do, and leave alone what is not
    /// ours.
    default boolean isRepeatable() {
        return false;
    }

    /// Makes it, tagged, and waits until it is usable. [#find] has found nothing before, unless the kind
    /// [#isRepeatable].
    void make(R wanted, Token token, Context context) throws InterruptedException;

    /// Changes `there` so that it is as `wanted`, and waits until it is. Also finishes what a lost call had
    /// only begun.
    void change(Found<R> there, R wanted, Context context) throws InterruptedException;

    /// What an update is told where [#find] finds nothing: it never makes anew.
    default Declined missing(R wanted) {
        return new Declined(Declined.Reason.ABSENT, "NotFound", wanted.id() + " is not there any more. Plan again.");
    }

    /// Removes it, and waits until it is gone.
    ///
    /// @throws Declined it was refused; [Declined.Reason#ABSENT] may also mean that somebody else was faster
    void remove(Found<R> there, R gone, Context context) throws InterruptedException;

    /// [#find] finds nothing of `gone`: removes what is left of it and ours, such as half of it or one that is
    /// not as it must be. Most kinds leave nothing that is not found.
    ///
    /// @throws Declined somebody else's thing stands under what is all the identity that the kind has: its name
    default void removeRest(R gone, Context context) throws InterruptedException {}

    /// How all that is ours of this kind is listed. It has no default: what a forgotten kind left behind would
    /// never be seen.
    Listing listing();

    /// For a kind of which nothing can change in place.
    static IllegalStateException fixed(Resource wanted) {
        return new IllegalStateException(
                wanted.id() + " has no setting that changes in place. This is a bug in Freehold.");
    }
}
