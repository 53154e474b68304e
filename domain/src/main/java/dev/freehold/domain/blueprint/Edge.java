package dev.freehold.domain.blueprint;

import dev.freehold.domain.resource.Bond;
import dev.freehold.domain.resource.ResourceId;

/// One dependency: `from` waits for `to`.
public record Edge(ResourceId from, ResourceId to, Bond bond) {}
