package dev.freehold.domain.spec;

/// The tailnet that every machine joins, by its DNS name.
public record MeshSpec(String tailnet) {}
