package dev.freehold.adapters.sim.world;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.PrivateIp;
import dev.freehold.domain.resource.OciResource.PublicIpAssignment;
import dev.freehold.domain.resource.OciResource.TailnetMembership;
import dev.freehold.domain.resource.ProxmoxResource.OverlayNetwork;
import dev.freehold.domain.resource.ProxmoxResource.TailscaleContainer;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.TalosResource.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What only one thing in the world can have, and who has it. It is read off what stands, kind by kind, and not off
/// what the kinds say that they claim: a claim that a kind forgot meets a refusal here.
public final class Unshared {
    private final SimWorld world;

    Unshared(SimWorld world) {
        this.world = world;
    }

    /// Who else has that address in the tailnet.
    Optional<ResourceId> inTailnet(Ipv4 address, ResourceId self) {
        return other(TailnetMembership.class, it -> it.address().equals(address), self)
                .or(() -> other(
                        TailscaleContainer.class, it -> it.tailnetAddress().equals(address), self));
    }

    /// Who else has that name in the tailnet.
    Optional<ResourceId> named(String name, ResourceId self) {
        return other(TailnetMembership.class, it -> it.name().equals(name), self)
                .or(() -> other(TailscaleContainer.class, it -> it.name().equals(name), self));
    }

    /// Who else has that address on the VM network.
    Optional<ResourceId> onVmNetwork(Ipv4 address, ResourceId self) {
        return other(
                        OverlayNetwork.class,
                        it -> it.gateway().equals(address) || it.hosts().contains(address),
                        self)
                .or(() -> other(TailscaleContainer.class, it -> it.address().equals(address), self))
                .or(() -> other(VirtualMachine.class, it -> it.place().address().equals(address), self));
    }

    /// Who else has that private address.
    Optional<ResourceId> inSubnet(Ipv4 address, ResourceId self) {
        return other(Instance.class, it -> it.vnic().address().equals(address), self)
                .or(() -> other(PrivateIp.class, it -> it.address().equals(address), self));
    }

    private <R extends Resource> Optional<ResourceId> other(Class<R> kind, Predicate<R> hasIt, ResourceId self) {
        for (var there : world.all(kind)) {
            if (hasIt.test(there) && !there.id().equals(self)) {
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
        if (resource instanceof Instance it) {
            return List.of("the private address " + it.vnic().address());
        }
        if (resource instanceof PrivateIp it) {
            return List.of("the private address " + it.address());
        }
        if (resource instanceof TailnetMembership it) {
            return List.of("the tailnet address " + it.address(), "the tailnet name " + it.name());
        }
        if (resource instanceof PublicIpAssignment it) {
            return List.of("the public address " + it.publicIp(), "the public side of " + it.privateAddress());
        }
        if (resource instanceof TailscaleContainer it) {
            return List.of(
                    "the tailnet address " + it.tailnetAddress(),
                    "the tailnet name " + it.name(),
                    "the VM network's address " + it.address());
        }
        if (resource instanceof OverlayNetwork it) {
            return it.hosts().stream()
                    .map(host -> "the VM network's address " + host)
                    .toList();
        }
        return resource instanceof VirtualMachine it
                ? List.of("the VM network's address " + it.place().address())
                : List.of();
    }
}
