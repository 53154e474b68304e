package dev.freehold.ports.probe;

import dev.freehold.ports.image.ImageShelf;

/// The probes of one target.
///
/// @param shelf the image files on this computer
public record Probes(
        Probe<ImageFacts> images,
        ImageShelf shelf,
        Probe<CloudFacts> cloud,
        Probe<HypervisorFacts> hypervisor,
        Probe<KubernetesFacts> kubernetes,
        Probe<BillingFacts> billing,
        Probe<ObservabilityFacts> observability) {}
