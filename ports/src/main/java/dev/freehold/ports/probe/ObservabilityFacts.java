package dev.freehold.ports.probe;

import java.util.List;

/// What the platform's telemetry uses of Grafana Cloud's free plan.
public record ObservabilityFacts(List<Use> uses) {
    public ObservabilityFacts {
        uses = List.copyOf(uses);
    }

    /// One metered thing.
    ///
    /// @param limit what is free in a month
    public record Use(String what, long used, long limit, String unit) {}
}
