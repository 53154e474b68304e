package dev.freehold.engine.caller;

import dev.freehold.ports.person.ProgressListener;
import dev.freehold.ports.person.Questions;

/// Who a run talks to.
///
/// @param stop how it is told to stop early
public record Audience(ProgressListener progress, Questions questions, StopSign stop) {

    /// Nobody listens, nobody answers, nobody interrupts.
    public static Audience nobody() {
        return new Audience(ProgressListener.NONE, _ -> Questions.Approval.NOBODY_THERE, new StopSign());
    }
}
