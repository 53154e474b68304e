package dev.freehold.domain.blueprint;

import dev.freehold.domain.address.AddressPlan;
import dev.freehold.domain.address.HeldAddresses;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Draws phase by phase, and stops at the last that is asked for.
final class Drawing {
    private Drawing() {}

    static List<Node> nodes(Spec spec, ImageSupply supply, Set<Layer> layers, HeldAddresses held) {
        var last = layers.stream().max(Layer::compareTo);
        var nodes = new ArrayList<Node>();
        if (last.isEmpty()) {
            return nodes;
        }
        var setup = SetupDrawing.of(spec);
        nodes.addAll(setup.nodes());
        if (last.get().compareTo(Layer.IMAGES) < 0) {
            return nodes;
        }
        var images = ImagesDrawing.of(spec, supply, setup);
        nodes.addAll(images.nodes());
        if (last.get().compareTo(Layer.OCI) < 0) {
            return nodes;
        }
        var oci = OciDrawing.of(spec, setup, images);
        nodes.addAll(oci.nodes());
        boolean hasHosts = spec.nodes().stream().anyMatch(NodeSpec::isHost);
        if (last.get().compareTo(Layer.PROXMOX) < 0 || !hasHosts) {
            return nodes;
        }
        var addresses = AddressPlan.of(spec, held);
        var proxmox = ProxmoxDrawing.of(spec, addresses, setup, oci);
        nodes.addAll(proxmox.nodes());
        if (last.get().compareTo(Layer.TALOS) >= 0) {
            nodes.addAll(TalosDrawing.of(spec, addresses, setup, proxmox).nodes());
        }
        return nodes;
    }
}
