package dev.freehold.domain.resource;

/// One thing that can be observed, created, changed and removed. Its settings are the desired ones; which of
/// them can change in place is marked [InPlace] beside the kind.
public sealed interface Resource extends Node
        permits SetupResource, ImageResource, OciResource, ProxmoxResource, TalosResource {}
