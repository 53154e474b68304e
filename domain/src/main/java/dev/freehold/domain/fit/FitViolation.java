package dev.freehold.domain.fit;

import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.resource.Layer;
import java.math.BigDecimal;
import java.util.Collection;

/// One reason why the platform can't live on its hosts.
///
/// @param layer the first layer that it stops: machines alone can stand without a cluster on them, and a
///     cluster without Kubernetes
record FitViolation(Layer layer, Violation violation) {

    static FitViolation of(Layer layer, FitRule rule, String message, BigDecimal value, BigDecimal limit, String path) {
        return new FitViolation(layer, new Violation(rule, message, value, limit, path));
    }

    static FitViolation of(Layer layer, FitRule rule, String message, long value, long limit, String path) {
        return of(layer, rule, message, BigDecimal.valueOf(value), BigDecimal.valueOf(limit), path);
    }

    boolean concerns(Collection<Layer> planned) {
        return planned.stream().anyMatch(any -> any.compareTo(layer) >= 0);
    }
}
