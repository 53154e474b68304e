package dev.freehold.engine.work;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.resource.Layer;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the scheduler is told.
public sealed interface Event {

    /// The steps of these layers may be begun.
    record Opened(Set<Layer> layers) implements Event {}

    /// The step is done: made, or found as it is wanted.
    record Achieved(int step) implements Event {}

    /// A look showed that the step is yet to be done.
    record StillToDo(int step) implements Event {}

    /// What stood where the step is to create something is there no more.
    record Cleared(int step) implements Event {}

    /// A call for the step did not lead to anything.
    ///
    /// @param retryAfter how long the system asked to be left alone, where it did
    record Fell(int step, Failure failure, @Nullable Duration retryAfter) implements Event {}

    /// The time that was to be waited for the step is over.
    record Woken(int step) implements Event {}

    /// Nothing new is to be begun.
    record Stopped() implements Event {}
}
