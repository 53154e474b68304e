package dev.freehold.engine.caller;

import java.time.Instant;

/// The command that a run was started by.
///
/// @param process the id of the operating system's process
/// @param command the words that a person would type for it
/// @param since when it began, in real time
public record Caller(long process, String command, Instant since) {

    /// One of a process that nobody else will ever meet.
    public Caller(long process, String command) {
        this(process, command, Instant.EPOCH);
    }
}
