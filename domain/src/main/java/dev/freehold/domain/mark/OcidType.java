package dev.freehold.domain.mark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The resource type in the OCIDs of a kind, where it is not the kind's word without its dashes.
///
/// Source: Oracle's documentation, "Resource Identifiers".
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OcidType {
    String value();
}
