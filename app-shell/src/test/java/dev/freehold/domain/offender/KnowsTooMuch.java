package dev.freehold.domain.offender;

import java.net.Socket;

/// Breaks the arrows of its module on purpose.
public interface KnowsTooMuch {
    void meet(Socket other);
}
