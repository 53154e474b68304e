package dev.freehold.ports.driver;

/// The system is full and nothing was made: worth asking again, slowly, with a new token.
///
/// @param words the system's own
public record NoRoom(String words) implements CreateAnswer, UpdateAnswer {}
