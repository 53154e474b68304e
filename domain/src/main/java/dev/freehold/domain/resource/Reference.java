package dev.freehold.domain.resource;

/// One reference of a node to another; the strongest, if its settings refer to it more than once.
public record Reference(ResourceId to, Bond bond) {}
