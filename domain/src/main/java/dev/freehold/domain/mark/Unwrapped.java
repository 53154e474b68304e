package dev.freehold.domain.mark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a record of settings that belong together. Where a resource's settings are stored, compared and shown,
/// they stand among the others, each under its own name: so grouping them changes no state, and one of them can be
/// [InPlace] where another forces replacement.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Unwrapped {}
