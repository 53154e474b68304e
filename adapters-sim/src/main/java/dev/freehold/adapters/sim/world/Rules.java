package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.Bond;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SettingChange;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.ports.driver.Refused;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What holds for every kind (what it refers to must stand, what it stands on can't go), and the way to what
/// holds for one kind.
final class Rules {
    private static final Set<String> GATES =
            leaves(Gate.class).map(gate -> Kind.of(gate).word()).collect(Collectors.toUnmodifiableSet());

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Rules::leaves) : Stream.of(type);
    }

    private final SimWorld world;
    private final LimitRules limits;
    private final SetupRules setup;
    private final ImageRules images;
    private final OciRules oci;
    private final ProxmoxRules proxmox;
    private final TalosRules talos;

    Rules(SimWorld world) {
        this.world = world;
        this.limits = new LimitRules(world);
        this.setup = new SetupRules();
        this.images = new ImageRules(world);
        this.oci = new OciRules(world);
        this.proxmox = new ProxmoxRules(world);
        this.talos = new TalosRules(world);
    }

    /// Does the id name a fact to wait for, and nothing that could stand?
    static boolean isGate(ResourceId id) {
        return GATES.contains(id.kind());
    }

    /// Is one of that kind which others made used as it is?
    static boolean isAdopted(Resource wanted) {
        return wanted instanceof SetupResource.OciConfiguration
                || wanted instanceof SetupResource.Compartment
                || wanted instanceof ImageResource.PrebuiltImage;
    }

    Optional<Refused> objectionToMaking(ResourceId id, Resource wanted) {
        var there = world.find(id);
        if (there.isPresent()) {
            return Optional.of(Refusals.exists(wanted, there.get()));
        }
        return missing(wanted)
                .or(() -> limits.objection(wanted, Optional.empty()))
                .or(() -> special(wanted, Optional.empty()));
    }

    Optional<Refused> objectionToChanging(ResourceId id, Resource wanted) {
        var there = world.find(id);
        if (there.isEmpty()) {
            return Optional.of(Refusals.gone(wanted));
        }
        var before = there.get().resource();
        if (!there.get().isOurs() && !isAdopted(wanted)) {
            return Optional.of(Refusals.gone(wanted));
        }
        if (before.equals(wanted)) {
            return Optional.empty();
        }
        if (!there.get().isOurs()) {
            return Optional.of(Refusals.notOurs(there.get()));
        }
        for (var change : SettingChange.between(before, wanted)) {
            if (!change.inPlace()) {
                return Optional.of(Refusals.fixed(wanted, change));
            }
        }
        return missing(before, wanted)
                .or(() -> limits.objection(wanted, Optional.of(before)))
                .or(() -> special(wanted, Optional.of(before)));
    }

    Optional<Refused> objectionToRemoving(ResourceId id) {
        var there = world.find(id);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        for (var child : world.standingOn(id)) {
            return Optional.of(Refusals.inUse(there.get(), world.find(child).orElseThrow()));
        }
        return there.get().resource() instanceof ProxmoxResource removed
                ? proxmox.objectionToRemoving(removed)
                : Optional.empty();
    }

    /// The first thing that `wanted` refers to and that does not stand. A gate is no thing: its fact is asked
    /// of the world where a kind depends on it.
    private Optional<Refused> missing(Resource wanted) {
        for (var reference : world.references(wanted)) {
            if (!world.stands(reference.to()) && !isGate(reference.to())) {
                return Optional.of(Refusals.missing(wanted, reference.to()));
            }
        }
        return Optional.empty();
    }

    /// Likewise for a change: what is referred to anew must stand. The rest was there once, and what only
    /// came after it does well without.
    private Optional<Refused> missing(Resource before, Resource wanted) {
        var known = before.references();
        for (var reference : world.references(wanted)) {
            boolean needed = reference.bond() == Bond.STANDS_ON || !known.contains(reference);
            if (needed && !world.stands(reference.to()) && !isGate(reference.to())) {
                return Optional.of(Refusals.missing(wanted, reference.to()));
            }
        }
        return Optional.empty();
    }

    private Optional<Refused> special(Resource wanted, Optional<Resource> before) {
        return switch (wanted) {
            case SetupResource resource -> setup.objection(resource);
            case ImageResource resource -> images.objection(resource);
            case OciResource resource -> oci.objection(resource, before);
            case ProxmoxResource resource -> proxmox.objection(resource, before);
            case TalosResource resource -> talos.objection(resource, before);
        };
    }
}
