package dev.freehold.ports.driver;

import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Outputs;

/// What a driver saw.
///
/// @param actual the settings that the real thing has; what can't be seen is as in the resource asked for
/// @param outputs what it came to have
public record Observed(Node actual, Outputs outputs) {}
