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

    /// Makes it, tagged, and waits until it is usable. [#find] has found nothing before.
    void make(R wanted, Token token, Context context) throws InterruptedException;

    /// Changes `there` so that it is as `wanted`, and waits until it is. Also finishes what a lost call had
    /// only begun.
    void change(Found<R> there, R wanted, Context context) throws InterruptedException;

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
