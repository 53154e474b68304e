package dev.freehold.domain.mark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a setting that the real system can change on a living resource. A change of any other setting forces
/// replacement. On a [Ref] it also means that the resource outlives the replacement of what it refers to.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface InPlace {}
