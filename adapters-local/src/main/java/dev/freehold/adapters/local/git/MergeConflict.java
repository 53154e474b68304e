package dev.freehold.adapters.local.git;

/// What a person changed in a file and what Freehold would change in it, in the same lines.
///
/// @param path inside the repository
/// @param line the first of the lines in question, in the person's file; from 1
/// @param proposed the file as Freehold would have it, with both versions of those lines between marks
public record MergeConflict(String path, int line, String proposed) {}
