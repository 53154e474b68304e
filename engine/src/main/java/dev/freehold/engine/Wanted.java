package dev.freehold.engine;

import dev.freehold.domain.spec.Spec;

/// The platform that the user wants.
///
/// @param specText the text that `spec` was read from; kept with rollback points
/// @param prebuiltImages with images that are in the tenancy already
public record Wanted(Spec spec, String specText, boolean prebuiltImages) {}
