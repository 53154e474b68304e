package dev.freehold.domain.plan;

import dev.freehold.domain.resource.Node;

/// What a driver found under the identity of something that the state says stands, or that is to be made.
public sealed interface Observation {

    /// It is there, with these settings.
    record Found(Node actual) implements Observation {}

    /// It is there with these settings, and is not as it was left: its outputs are others, or a part of it is
    /// missing. That can be mended in place.
    record Altered(Node actual) implements Observation {}

    /// It is there with these settings, and no state of this home knows of it.
    ///
    /// @param tagged whether it bears this platform's tags; what bears nobody's was there before Freehold
    record Unrecorded(Node actual, boolean tagged) implements Observation {}

    /// It is not there.
    record Gone() implements Observation {}
}
