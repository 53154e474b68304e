package dev.freehold.domain.spec;

import java.time.Duration;

/// Where Flux finds what runs in the cluster, and how often it looks.
public record GitopsSpec(String repository, String branch, String path, Duration interval) {}
