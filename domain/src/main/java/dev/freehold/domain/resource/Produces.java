package dev.freehold.domain.resource;

import dev.freehold.domain.output.Outputs;

/// Says what nodes of a kind come to have once they are real: whoever makes one gives that record and no other,
/// and whoever refers to one gets it.
///
/// @param <O> the kind's outputs
@SuppressWarnings("UnusedTypeParameter") // it is there for the compiler, and for Kind to read
public interface Produces<O extends Outputs> {}
