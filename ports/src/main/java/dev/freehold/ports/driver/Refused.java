package dev.freehold.ports.driver;

/// A limit, a quota, a right or a dependency forbids it, and nothing was done: never worth asking again
/// unchanged.
///
/// @param code the system's own code (`LimitExceeded`, `Conflict`, ...)
/// @param words the system's own words, and what to do about it
public record Refused(String code, String words) implements CreateAnswer, UpdateAnswer, DeleteAnswer {}
