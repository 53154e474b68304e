package dev.freehold.engine.look;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.plan.Observation;
import dev.freehold.domain.preflight.Look;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.Compartment;
import dev.freehold.engine.state.KnownNodes;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.engine.target.Target;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Inventory;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.secret.Undecryptable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What stands already of what a plan would make, though no state of this home knows of it: another home's, what a
/// lost state left, a compartment that somebody had. A driver that is asked to make it would find it and take it,
/// and nobody would have been asked.
public final class UnrecordedThings {
    private final Blueprint wanted;
    private final LayerStates states;
    private final Target target;
    private final Look look;
    private final Map<ResourceId, Observed> found = new HashMap<>();
    private final Map<ResourceId, Observation> seen = new LinkedHashMap<>();
    private final Map<ResourceId, String> unknown = new LinkedHashMap<>();

    private UnrecordedThings(Blueprint wanted, LayerStates states, Target target, Look look) {
        this.wanted = wanted;
        this.states = states;
        this.target = target;
        this.look = look;
    }

    /// `observed`, and what was found beside it. Nothing is asked where a state knows of everything that is
    /// wanted, or where it could not be seen what the platform is to stand in.
    ///
    /// @throws Interrupted if the looking was cut short
    public static ObservedPlatform beside(
            ObservedPlatform observed, Blueprint wanted, LayerStates states, Target target, PreflightResult preflight) {
        var unrecorded = new UnrecordedThings(wanted, states, target, preflight.look());
        var unseen = unrecorded.unknownToStates();
        if (unseen.isEmpty() || !unrecorded.isVisible()) {
            return observed;
        }
        try {
            return unrecorded.lookedAt(unseen, observed);
        } catch (InterruptedException stop) {
            throw Interrupted.looking(stop);
        }
    }

    private boolean isVisible() {
        return switch (look) {
            case Look.Seen _, Look.Unneeded _ -> true;
            case Look.Denied _, Look.Unseen _ -> false;
        };
    }

    private List<Node> unknownToStates() {
        return wanted.nodes().stream()
                .filter(node -> !(node instanceof Gate) && !states.standing().containsKey(node.id()))
                .toList();
    }

    private ObservedPlatform lookedAt(List<Node> nodes, ObservedPlatform observed) throws InterruptedException {
        List<Inventory.Item> items;
        try {
            items = target.inventory().items();
        } catch (SystemFault | Undecryptable fault) {
            return observed.remarking("What stands already could not be listed: " + fault.getMessage());
        }
        var tagged = new HashSet<ResourceId>();
        items.forEach(item -> item.id().ifPresent(tagged::add));
        for (var level : levels(nodes, tagged).values()) {
            look(level, tagged);
        }
        return observed.and(seen, unknown);
    }

    /// What may be there, each after what it refers to: where a thing lies is found with what it stands on.
    private SortedMap<Integer, List<Node>> levels(List<Node> nodes, Set<ResourceId> tagged) {
        var levelOf = new HashMap<ResourceId, Integer>();
        var levels = new TreeMap<Integer, List<Node>>();
        for (var node : nodes) {
            if (tagged.contains(node.id()) || mayBearNobodysTags(node)) {
                int level = node.dependsOn().stream()
                        .mapToInt(id -> levelOf.getOrDefault(id, -1) + 1)
                        .max()
                        .orElse(0);
                levelOf.put(node.id(), level);
                levels.computeIfAbsent(level, _ -> new ArrayList<>()).add(node);
            }
        }
        return levels;
    }

    /// A simulated tenancy has had nobody before.
    private boolean mayBearNobodysTags(Node node) {
        return node instanceof Compartment && look instanceof Look.Seen;
    }

    private void look(List<Node> level, Set<ResourceId> tagged) throws InterruptedException {
        Context.Known known = id -> Optional.ofNullable(found.get(id))
                .or(() -> KnownNodes.of(states.standing().get(id)));
        var sightings = Looks.atUnrecorded(level, known, target.systems(), target.timeline(), target.pace());
        sightings.forEach((id, sighting) -> {
            switch (sighting) {
                case Sighting.There(var actual, var outputs) -> {
                    found.put(id, new Observed(actual, outputs));
                    seen.put(id, new Observation.Unrecorded(actual, tagged.contains(id)));
                }
                case Sighting.Gone() -> {}
                case Sighting.Unknown(var words) -> unknown.put(id, words);
            }
        });
    }
}
