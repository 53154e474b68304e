package dev.freehold.domain.blueprint;

import dev.freehold.domain.resource.ResourceId;

/// One dependency: `from` waits for `to`.
///
/// @param standsOn whether `from` can't outlive `to`; otherwise it only has to come after it
public record Edge(ResourceId from, ResourceId to, boolean standsOn) {}
