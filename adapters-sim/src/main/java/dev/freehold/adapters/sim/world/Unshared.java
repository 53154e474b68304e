package dev.freehold.adapters.sim.world;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.TalosResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// What only one thing in the world can have, and who has it. It is read off what stands, kind by kind, and not off
/// what the kinds say that they claim: a claim that a kind forgot meets a refusal here.
public final class Unshared {
    private final SimWorld world;

    Unshared(SimWorld world) {
        this.world = world;
    }

    /// Who else has that address in the tailnet.
    Optional<ResourceId> inTailnet(Ipv4 address, ResourceId self) {
        for (var there : world.all(OciResource.TailnetMembership.class)) {
            if (there.address().equals(address) && !there.id().equals(self)) {
                return Optional.of(there.id());
            }
        }
        for (var there : world.all(ProxmoxResource.TailscaleContainer.class)) {
            if (there.tailnetAddress().equals(address) && !there.id().equals(self)) {
                return Optional.of(there.id());
            }
        }
        return Optional.empty();
    }

    /// Who else has that name in the tailnet.
    Optional<ResourceId> named(String name, ResourceId self) {
        for (var there : world.all(OciResource.TailnetMembership.class)) {
            if (there.name().equals(name) && !there.id().equals(self)) {
                return Optional.of(there.id());
            }
        }
        for (var there : world.all(ProxmoxResource.TailscaleContainer.class)) {
            if (there.name().equals(name) && !there.id().equals(self)) {
                return Optional.of(there.id());
            }
        }
        return Optional.empty();
    }

    /// Who else has that address on the VM network.
    Optional<ResourceId> onVmNetwork(Ipv4 address, ResourceId self) {
        for (var there : world.all(ProxmoxResource.OverlayNetwork.class)) {
            boolean has = there.gateway().equals(address) || there.hosts().contains(address);
            if (has && !there.id().equals(self)) {
                return Optional.of(there.id());
            }
        }
        for (var there : world.all(ProxmoxResource.TailscaleContainer.class)) {
            if (there.address().equals(address) && !there.id().equals(self)) {
                return Optional.of(there.id());
            }
        }
        for (var there : world.all(TalosResource.VirtualMachine.class)) {
            if (there.place().address().equals(address) && !there.id().equals(self)) {
                return Optional.of(there.id());
            }
        }
        return Optional.empty();
    }

    /// Who else has that private address.
    Optional<ResourceId> inSubnet(Ipv4 address, ResourceId self) {
        for (var there : world.all(OciResource.Instance.class)) {
            if (there.vnic().address().equals(address) && !there.id().equals(self)) {
                return Optional.of(there.id());
            }
        }
        for (var there : world.all(OciResource.PrivateIp.class)) {
            if (there.address().equals(address) && !there.id().equals(self)) {
                return Optional.of(there.id());
            }
        }
        return Optional.empty();
    }

    /// What two things have at once, a sentence each; empty in a sound world.
    List<String> violations() {
        var holders = new TreeMap<String, List<ResourceId>>();
        for (var thing : world.standing()) {
            for (var had : of(thing.resource())) {
                holders.computeIfAbsent(had, _ -> new ArrayList<>()).add(thing.id());
            }
        }
        var violations = new ArrayList<String>();
        holders.forEach((had, by) -> {
            if (by.size() > 1) {
                violations.add(had + " is had by " + by + " at once.");
            }
        });
        return violations;
    }

    /// What `resource` has to itself while it stands, in words.
    public static List<String> of(Resource resource) {
        if (resource instanceof OciResource.Instance it) {
            return List.of("the private address " + it.vnic().address());
        }
        if (resource instanceof OciResource.PrivateIp it) {
            return List.of("the private address " + it.address());
        }
        if (resource instanceof OciResource.TailnetMembership it) {
            return List.of("the tailnet address " + it.address(), "the tailnet name " + it.name());
        }
        if (resource instanceof OciResource.PublicIpAssignment it) {
            return List.of("the public address " + it.publicIp(), "the public side of " + it.privateAddress());
        }
        if (resource instanceof ProxmoxResource.TailscaleContainer it) {
            return List.of(
                    "the tailnet address " + it.tailnetAddress(),
                    "the tailnet name " + it.name(),
                    "the VM network's address " + it.address());
        }
        if (resource instanceof ProxmoxResource.OverlayNetwork it) {
            return it.hosts().stream()
                    .map(host -> "the VM network's address " + host)
                    .toList();
        }
        return resource instanceof TalosResource.VirtualMachine it
                ? List.of("the VM network's address " + it.place().address())
                : List.of();
    }
}
