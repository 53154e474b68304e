package dev.freehold.ports.probe;

/// The probes of one target.
public record Probes(
        Probe<ImageFacts> images,
        Probe<CloudFacts> cloud,
        Probe<HypervisorFacts> hypervisor,
        Probe<KubernetesFacts> kubernetes,
        Probe<BillingFacts> billing,
        Probe<ObservabilityFacts> observability) {}
