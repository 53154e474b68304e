package dev.freehold.domain.mark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a reference to something whose content its holder carries or hands on: whatever changes there, the
/// holder is brought up to date after it, in place.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Follows {}
