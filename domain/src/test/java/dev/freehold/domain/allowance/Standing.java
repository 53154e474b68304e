package dev.freehold.domain.allowance;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.List;

/// The nodes of a spec that Oracle counts, made by hand and without a blueprint.
final class Standing {
    private Standing() {}

    static Usage usageOf(Spec spec) {
        return Usage.ofAll(nodesOf(spec));
    }

    static List<Node> nodesOf(Spec spec) {
        var nodes = new ArrayList<Node>();
        nodes.add(new OciResource.Vcn(
                "vcn", spec.account().region(), spec.network().vcn(), ref(Phase.SETUP, "compartment")));
        for (var node : spec.nodes()) {
            nodes.add(instance(node));
            if (node.publicIp() == PublicIp.RESERVED) {
                nodes.add(reservedIp(node.name()));
            }
        }
        if (spec.access().ingress() != null && spec.access().ingress().publicIp() == PublicIp.RESERVED) {
            nodes.add(reservedIp("ingress"));
        }
        if (spec.access().loadBalancer() != null) {
            nodes.add(loadBalancer(
                    spec.access().loadBalancer().min(),
                    spec.access().loadBalancer().max()));
        }
        nodes.add(upload("base", 2));
        nodes.add(upload("proxmox", 4));
        return nodes;
    }

    static OciResource.Instance instance(NodeSpec node) {
        return new OciResource.Instance(
                node.name(),
                node.isHost() ? OciResource.Purpose.HOST : OciResource.Purpose.OTHER,
                new OciResource.Instance.Size(
                        node.size().shape(),
                        node.size().ocpus(),
                        node.size().memory(),
                        node.size().bootVolume(),
                        Gigabytes.ZERO),
                new OciResource.Instance.Vnic(node.address(), node.publicIp(), ref(Phase.OCI, "subnet")),
                new OciResource.Instance.Boot(
                        new Ref<ImageResource.CustomImage>(ResourceId.of(Phase.IMAGES, "custom-image", "base")),
                        List.of()),
                List.of(),
                ref(Phase.SETUP, "ssh-key-pair"),
                List.of(),
                ref(Phase.SETUP, "tailnet-credential"));
    }

    static OciResource.LoadBalancer loadBalancer(Mbps min, Mbps max) {
        return new OciResource.LoadBalancer(
                "load-balancer", min, max, ref(Phase.OCI, "subnet"), List.of(), List.of(), List.of());
    }

    static OciResource.ReservedPublicIp reservedIp(String name) {
        return new OciResource.ReservedPublicIp(name, "eu-frankfurt-1", ref(Phase.SETUP, "compartment"));
    }

    static ImageResource.ImageUpload upload(String name, int gigabytes) {
        return new ImageResource.ImageUpload(
                name,
                Gigabytes.of(gigabytes),
                List.of(),
                ref(Phase.IMAGES, "bucket"),
                new Ref<ImageResource.BaseImage>(ResourceId.of(Phase.IMAGES, "base-image", name)));
    }

    private static <N extends Node> Ref<N> ref(Phase phase, String kind) {
        return new Ref<>(ResourceId.of(phase, kind, "one"));
    }
}
