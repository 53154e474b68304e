package dev.freehold.lab.oracle.api;

import dev.freehold.lab.wire.Answer.Reply;
import java.io.IOException;

/// What answers one operation whose bodies may be large: it reads [Call#incoming()] as it arrives, and changes the
/// world by itself. Its signature covers no digest of the body, and no retry token is honoured.
public interface StreamHandler {
    /// @throws Refusal an error for the client
    /// @throws IOException if the client went away
    Reply answer(Call call) throws IOException;
}
