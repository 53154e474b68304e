package dev.freehold.engine;

/// The command that a run was started by.
///
/// @param process the id of the operating system's process
/// @param command the words that a person would type for it
public record Invocation(long process, String command) {}
