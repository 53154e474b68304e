package dev.freehold.lab.oracle.api;

import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Tx;

/// What answers one operation whose bodies are small. All that it does to the world happens if it returns, and
/// nothing if it throws; with a retry token it is asked once for all repetitions.
public interface Handler {
    /// @throws Refusal an error for the client
    Reply answer(Call call, Tx tx);
}
