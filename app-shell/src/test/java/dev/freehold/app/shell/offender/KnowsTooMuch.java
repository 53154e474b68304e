package dev.freehold.app.shell.offender;

import com.tngtech.archunit.core.domain.JavaClass;

/// Breaks the arrows of its module on purpose.
public interface KnowsTooMuch {
    void meet(JavaClass other);
}
