package dev.freehold.domain.layer;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.PrivateIp;
import dev.freehold.domain.resource.OciResource.PublicIpAssignment;
import dev.freehold.domain.resource.OciResource.Purpose;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// @param hosts those that carry Proxmox, in the order in which they were first intended; absent where there are
///     none
/// @param ingressPublicIp what the ingress answers at
public record OciLayer(
        @Nullable Ipv4 bastionPublicIp,
        @Nullable List<Host> hosts,
        @Nullable Ipv4 ingressPublicIp) implements LayerOutputs {
    public OciLayer {
        hosts = hosts == null ? null : List.copyOf(hosts);
    }

    /// @param publicAddress reserved or ephemeral; absent where it has none
    /// @param tailnetAddress absent while it is not in the tailnet
    public record Host(
            String name,
            Ipv4 privateAddress,
            @Nullable Ipv4 publicAddress,
            @Nullable Ipv4 tailnetAddress) {}

    static OciLayer of(Standings standing) {
        var reserved = reserved(standing);
        Ipv4 bastion = null;
        var hosts = new ArrayList<Host>();
        for (var made : standing.all(Instance.class)) {
            var instance = made.node();
            var address = address(made, reserved);
            if (instance.purpose() == Purpose.BASTION) {
                bastion = address;
            }
            if (instance.purpose() == Purpose.HOST) {
                hosts.add(new Host(
                        instance.name(), instance.vnic().address(), address, tailnet(standing, instance.id())));
            }
        }
        // No other has a secondary address than the host of the ingress.
        var ingress = standing.all(PrivateIp.class).stream()
                .map(made -> reserved.get(made.node().id()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new OciLayer(bastion, hosts.isEmpty() ? null : hosts, ingress);
    }

    private static @Nullable Ipv4 address(
            Standings.Made<Instance, OciOutputs.Machine> machine, Map<ResourceId, Ipv4> reserved) {
        var mapped = reserved.get(machine.node().id());
        var outputs = machine.outputs();
        return mapped != null || outputs == null ? mapped : outputs.publicAddress();
    }

    /// Reserved public addresses, by what they are mapped to.
    private static Map<ResourceId, Ipv4> reserved(Standings standing) {
        var mapped = new HashMap<ResourceId, Ipv4>();
        for (var made : standing.all(PublicIpAssignment.class)) {
            var outputs = made.outputs();
            if (outputs != null) {
                mapped.put(made.node().privateAddress().id(), outputs.address());
            }
        }
        return mapped;
    }

    private static @Nullable Ipv4 tailnet(Standings standing, ResourceId instance) {
        return standing.all(TailnetMembership.class).stream()
                .filter(made -> made.node().instance().id().equals(instance))
                .map(made -> made.node().address())
                .findFirst()
                .orElse(null);
    }
}
