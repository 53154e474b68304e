package dev.freehold.lab.world;

import java.time.Instant;

/// A state that a resource reaches by itself.
///
/// @param at in lab time
/// @param to the state, or [#GONE]: then the resource is forgotten
public record Transition(Instant at, String to) {
    /// After this the id is unknown.
    public static final String GONE = "";
}
