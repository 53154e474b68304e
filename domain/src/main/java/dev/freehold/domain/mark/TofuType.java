package dev.freehold.domain.mark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What OpenTofu's provider for Oracle Cloud calls resources of a kind; those it imports by their OCID have one.
///
/// Source: the provider's documentation, `oracle/oci`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TofuType {
    String value();
}
