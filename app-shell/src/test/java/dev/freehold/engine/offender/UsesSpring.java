package dev.freehold.engine.offender;

import org.springframework.context.ApplicationContext;

/// Breaks the rule that Spring stays in the shell, on purpose.
public interface UsesSpring {
    ApplicationContext context();
}
