package dev.freehold.ports.driver;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Resource;
import java.util.Optional;

/// Makes one kind of resource real, or a fake of it. Calls block on the context's timeline until answered or
/// until its deadline. Expected refusals are answers; an exception means that we do not know: [Busy] (nothing
/// happened), [Silent] (it may have happened) and [Unforeseen] (words nobody foresaw). Drivers translate and
/// never retry.
public interface ResourceDriver<R extends Resource> {

    /// What is there now under `wanted`'s identity, made by us or adopted by its tags; empty if nothing live
    /// is.
    Optional<Observed> observe(R wanted, Context context) throws InterruptedException;

    /// Creates `wanted`. Safe to repeat with the same token: the second call finds what the first one made.
    CreateAnswer create(R wanted, Token token, Context context) throws InterruptedException;

    /// Changes what stands as `before` into `wanted`, in place. Safe to repeat.
    UpdateAnswer update(R before, R wanted, Context context) throws InterruptedException;

    /// Removes `gone`. Safe to repeat: what isn't there is removed.
    DeleteAnswer delete(R gone, Context context) throws InterruptedException;
}
