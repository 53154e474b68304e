package dev.freehold.engine.work;

import dev.freehold.domain.journal.Failure;
import java.time.Instant;

/// What the scheduler wants done. The first three are answered by an [Event]; the others are told.
public sealed interface Instruction {
    int step();

    /// Make the call.
    ///
    /// @param attempt which call for this step it is, from 1
    /// @param request what the system must take it for
    record Attempt(int step, int attempt, Request request) implements Instruction {}

    /// What a system must take a call for, beside the call before.
    enum Request {
        /// The same, under the same token.
        SAME,
        /// Another, under a token of its own.
        ANOTHER
    }

    /// Look at what is there.
    record Look(int step, int attempt) implements Instruction {}

    /// Wait until then, and say so.
    ///
    /// @param attempts how many calls for this step there have been
    record Sleep(int step, Instant until, String why, int attempts) implements Instruction {}

    /// It has failed for good.
    record GiveUp(int step, Failure failure) implements Instruction {}

    /// It won't be done.
    ///
    /// @param because the step whose failure is the cause
    record Skip(int step, int because) implements Instruction {}
}
