package dev.freehold.adapters.sim.world;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.adapters.sim.tenancy.Tenancy;
import dev.freehold.adapters.sim.tenancy.TenancyLimit;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Bond;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Produces;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Reference;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.world.WorldChange;
import dev.freehold.ports.world.WorldLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One simulated world: the cloud, the hosts on it, the cluster on them, and this computer as far as Freehold
/// writes to it. It is the fold of its log: each change is appended first and then applied, so that a world
/// opened again is the world that answered.
///
/// Addresses, OCIDs and fingerprints follow from the seed, the resource's id and how many times it was made.
/// Not for several threads at once; in virtual time one worker runs at a time.
public final class SimWorld {
    private final Tenancy tenancy;
    private final WorldLog log;
    private final Minting minting;
    private final Rules rules;

    private final Map<ResourceId, Thing> standing = new LinkedHashMap<>();
    private final Map<Class<?>, ThingsOfKind<?>> byKind = new HashMap<>();
    private final IdentityHashMap<Resource, List<Reference>> references = new IdentityHashMap<>();
    private final Map<ResourceId, Set<ResourceId>> standOn = new HashMap<>();
    private final Map<ResourceId, Integer> timesMade = new HashMap<>();
    private @Nullable Instant lastChange;

    private SimWorld(Tenancy tenancy, Seed seed, Path folder, WorldLog log) {
        this.tenancy = tenancy;
        this.log = log;
        this.minting = new Minting(this, seed, folder);
        this.rules = new Rules(this);
    }

    /// The world that `log` tells of; an empty one for an empty log.
    ///
    /// @param folder the target's folder, under which files that outputs name would lie
    public static SimWorld open(Tenancy tenancy, Seed seed, Path folder, WorldLog log) {
        var world = new SimWorld(tenancy, seed, folder, log);
        log.entries().forEach(world::apply);
        return world;
    }

    /// Everything that stands, in the order in which it was made.
    public Collection<Thing> standing() {
        return Collections.unmodifiableCollection(standing.values());
    }

    /// Everything of one kind that stands, in the order in which it was made.
    public Collection<Thing> standing(Class<? extends Resource> kind) {
        return kindred(kind).things();
    }

    /// The settings of everything of one kind that stands, in the order in which it was made.
    public <R extends Resource> List<R> all(Class<R> kind) {
        return kindred(kind).resources();
    }

    @SuppressWarnings("unchecked") // each is kept under its own class
    private <R extends Resource> ThingsOfKind<R> kindred(Class<R> kind) {
        return (ThingsOfKind<R>) byKind.computeIfAbsent(kind, _ -> new ThingsOfKind<>(kind));
    }

    /// What `resource` refers to; read off its record once, for reading is by reflection.
    List<Reference> references(Resource resource) {
        return references.computeIfAbsent(resource, Resource::references);
    }

    public Optional<Thing> find(ResourceId id) {
        return Optional.ofNullable(standing.get(id));
    }

    /// What a driver of `wanted`'s kind finds under its id: ours, and others' where it adopts them.
    public Optional<Thing> findFor(Resource wanted) {
        return find(wanted.id()).filter(thing -> thing.isOurs() || Rules.isAdopted(wanted));
    }

    public boolean stands(ResourceId id) {
        return standing.containsKey(id);
    }

    /// The settings of what stands under `id`; empty if nothing does, or something of another kind.
    public <R extends Resource> Optional<R> find(ResourceId id, Class<R> kind) {
        var thing = standing.get(id);
        return thing != null && kind.isInstance(thing.resource())
                ? Optional.of(kind.cast(thing.resource()))
                : Optional.empty();
    }

    /// What the thing that `ref` leads to came to have; empty if it does not stand.
    <N extends Node & Produces<? extends O>, O extends Outputs> Optional<O> outputs(Ref<N> ref, Class<O> type) {
        return find(ref.id()).map(thing -> type.cast(thing.outputs()));
    }

    public boolean isEmpty() {
        return standing.isEmpty();
    }

    public Tenancy tenancy() {
        return tenancy;
    }

    /// When something last happened here; empty in a world without a past.
    public Optional<Instant> lastChange() {
        return Optional.ofNullable(lastChange);
    }

    /// How many times something was made under `id`, ever.
    public int timesMade(ResourceId id) {
        return timesMade.getOrDefault(id, 0);
    }

    /// How much of `limit` what stands takes together.
    public long used(TenancyLimit limit) {
        long used = 0;
        for (var thing : kindred(limit.kind()).things()) {
            used += limit.takenBy(thing.resource());
        }
        return used;
    }

    /// What stands on `id` by settings that can't change in place, in the order in which it came.
    public Collection<ResourceId> standingOn(ResourceId id) {
        return Collections.unmodifiableCollection(standOn.getOrDefault(id, Set.of()));
    }

    public Snapshot snapshot() {
        var things = new TreeMap<ResourceId, Snapshot.Likeness>();
        standing.forEach((id, thing) -> things.put(id, new Snapshot.Likeness(thing.resource(), thing.outputs())));
        return new Snapshot(things);
    }

    /// Why `wanted` can't be made now; empty if it can.
    ///
    /// @throws dev.freehold.ports.driver.SystemFault if the system that would make it can't answer now
    public Optional<Refused> objectionToMaking(ResourceId id, Resource wanted) {
        return rules.objectionToMaking(id, wanted);
    }

    /// Why what stands can't be changed into `wanted` now; empty if it can.
    public Optional<Refused> objectionToChanging(ResourceId id, Resource wanted) {
        return rules.objectionToChanging(id, wanted);
    }

    /// Why `id` can't be removed now; empty if it can, or is gone.
    public Optional<Refused> objectionToRemoving(ResourceId id) {
        return rules.objectionToRemoving(id);
    }

    /// Makes `wanted`, to which there must be no objection.
    ///
    /// @param token empty where others make it
    public Thing make(ResourceId id, Resource wanted, Optional<Token> token, Instant at) {
        var outputs = minting.outputs(id, wanted, timesMade(id) + 1);
        happen(new WorldChange(at, WorldChange.What.MADE, wanted, outputs, token));
        return thing(id);
    }

    /// Changes what stands into `wanted`, to which there must be no objection.
    public Thing change(ResourceId id, Resource wanted, Instant at) {
        var before = thing(id);
        if (before.resource().equals(wanted)) {
            return before;
        }
        var outputs = minting.outputsAfterChange(before, wanted);
        happen(new WorldChange(at, WorldChange.What.CHANGED, wanted, outputs, before.token()));
        return thing(id);
    }

    /// Removes what stands, whether or not anything stands on it. Also for what a person does by hand, past
    /// every rule: a machine gone, a setting changed, a thing too many.
    public void remove(ResourceId id, Instant at) {
        var gone = standing.get(id);
        if (gone != null) {
            happen(new WorldChange(at, WorldChange.What.REMOVED, gone.resource(), Outputs.NONE, Optional.empty()));
        }
    }

    private Thing thing(ResourceId id) {
        var thing = standing.get(id);
        if (thing == null) {
            throw new IllegalStateException(id + " does not stand");
        }
        return thing;
    }

    private void happen(WorldChange change) {
        log.append(change);
        apply(change);
    }

    private void apply(WorldChange change) {
        if (!(change.node() instanceof Resource resource)) {
            throw new IllegalStateException(
                    "The world's log speaks of " + change.node().id() + ", which is a gate.");
        }
        var id = resource.id();
        boolean stood = standing.containsKey(id);
        boolean stands = change.what() != WorldChange.What.MADE;
        if (stood != stands) {
            throw new IllegalStateException("The world's log says that " + id + " was "
                    + change.what().name().toLowerCase(Locale.ROOT) + " at " + change.at() + ", when it "
                    + (stood ? "stood already." : "did not stand."));
        }
        switch (change.what()) {
            case MADE -> put(change, id, resource, timesMade.merge(id, 1, Integer::sum));
            case CHANGED -> put(change, id, resource, timesMade(id));
            case REMOVED -> take(id, resource);
        }
        lastChange = change.at();
    }

    private void put(WorldChange change, ResourceId id, Resource resource, int generation) {
        var thing = new Thing(id, resource, change.outputs(), change.at(), change.token(), generation);
        var before = standing.put(id, thing);
        if (before != null) {
            letGo(id, before.resource());
        }
        kindred(resource.getClass()).put(thing);
        for (var reference : references(resource)) {
            if (reference.bond() == Bond.STANDS_ON) {
                standOn.computeIfAbsent(reference.to(), _ -> new LinkedHashSet<>())
                        .add(id);
            }
        }
    }

    private void take(ResourceId id, Resource resource) {
        standing.remove(id);
        kindred(resource.getClass()).remove(id);
        letGo(id, resource);
    }

    private void letGo(ResourceId id, Resource resource) {
        for (var reference : references(resource)) {
            if (reference.bond() == Bond.STANDS_ON) {
                standOn.getOrDefault(reference.to(), Set.of()).remove(id);
            }
        }
        references.remove(resource);
    }
}
