package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.Tailscale;
import dev.freehold.adapters.oci.OciProbes;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.ports.image.ImageShelf;
import dev.freehold.ports.probe.CloudFacts;
import dev.freehold.ports.probe.Probes;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The probes of a real target. Nothing reads Proxmox VE, Kubernetes or Grafana Cloud yet, and where nobody can
/// look nothing is there: their checks fail.
record RealProbes(OciProbes oci, ImageShelf shelf, Tailscale tailscale, Spec spec, Supplier<LayerStates> states) {

    Probes probes() {
        return new Probes(
                oci.images(this::prebuilt),
                shelf,
                this::cloud,
                Optional::empty,
                Optional::empty,
                oci.billing(),
                Optional::empty);
    }

    /// Images that were deployed as prebuilt bear no tags of ours, so that they are looked for by what stands.
    private List<PrebuiltImage> prebuilt() {
        return states.get().standing().values().stream()
                .map(standing -> standing.node())
                .filter(PrebuiltImage.class::isInstance)
                .map(PrebuiltImage.class::cast)
                .toList();
    }

    private Optional<CloudFacts> cloud() throws InterruptedException {
        var addresses = new HashMap<String, Ipv4>();
        for (var name : spec.nodes().stream().map(NodeSpec::name).toList()) {
            tailscale.address(spec.name(), name).ifPresent(address -> addresses.put(name, address));
        }
        return oci.cloud(name -> Optional.ofNullable(addresses.get(name))).read();
    }
}
