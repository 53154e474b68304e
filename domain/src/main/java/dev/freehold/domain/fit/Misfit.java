package dev.freehold.domain.fit;

import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.resource.Phase;
import java.math.BigDecimal;
import java.util.Collection;

/// One reason why the platform can't live on its hosts.
///
/// @param phase the first phase that it stops: machines alone can stand without a cluster on them, and a
///     cluster without Kubernetes
record Misfit(Phase phase, Violation violation) {

    static Misfit of(Phase phase, FitRule rule, String message, BigDecimal value, BigDecimal limit, String path) {
        return new Misfit(phase, new Violation(rule, message, value, limit, path));
    }

    static Misfit of(Phase phase, FitRule rule, String message, long value, long limit, String path) {
        return of(phase, rule, message, BigDecimal.valueOf(value), BigDecimal.valueOf(limit), path);
    }

    boolean concerns(Collection<Phase> planned) {
        return planned.stream().anyMatch(any -> any.compareTo(phase) >= 0);
    }
}
