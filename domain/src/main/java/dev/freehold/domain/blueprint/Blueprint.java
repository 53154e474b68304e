package dev.freehold.domain.blueprint;

import dev.freehold.domain.address.HeldAddresses;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The nodes that a spec means, each with what it waits for; a pure function of the spec, and of the addresses that
/// what stands has. Every reference in
/// it leads to a node of it, and none leads back.
public final class Blueprint {
    private final Graph graph;

    private Blueprint(Graph graph) {
        this.graph = graph;
    }

    /// The whole platform.
    public static Blueprint draw(Spec spec, ImageSupply images) {
        return draw(spec, images, EnumSet.allOf(Layer.class));
    }

    /// The nodes of `layers` and those of earlier layers that they need, some way or other. Later layers are
    /// not even thought about, so the cost is that of what is asked for.
    public static Blueprint draw(Spec spec, ImageSupply images, Set<Layer> layers) {
        return draw(spec, images, layers, HeldAddresses.NONE);
    }

    /// The same, where something stands already.
    ///
    /// @param held the addresses that it has, and keeps as far as the spec leaves them to be chosen
    public static Blueprint draw(Spec spec, ImageSupply images, Set<Layer> layers, HeldAddresses held) {
        return of(Drawing.nodes(spec, images, layers, held)).within(layers);
    }

    /// A blueprint of exactly these nodes.
    ///
    /// @throws IllegalStateException if a reference leads nowhere or in a circle, or two nodes have one id
    public static Blueprint of(Collection<? extends Node> nodes) {
        var graph = Graph.of(nodes);
        if (!graph.leftOut().isEmpty()) {
            var edge = graph.leftOut().getFirst();
            throw new IllegalStateException(edge.from() + " refers to " + edge.to() + ", which is "
                    + (graph.number(edge.to()) < 0 ? "not in the blueprint" : "waiting for it")
                    + ". This is a bug in Freehold.");
        }
        return new Blueprint(graph);
    }

    /// Every node after those it depends on; the same order for the same spec, always.
    public List<Node> nodes() {
        return graph.nodes();
    }

    /// The nodes of one layer, in order.
    public List<Node> nodes(Layer layer) {
        var found = new ArrayList<Node>();
        for (var node : graph.nodes()) {
            if (node.layer() == layer) {
                found.add(node);
            }
        }
        return found;
    }

    public Graph graph() {
        return graph;
    }

    public int size() {
        return graph.size();
    }

    public Optional<Node> find(ResourceId id) {
        return graph.find(id);
    }

    public boolean contains(ResourceId id) {
        return graph.number(id) >= 0;
    }

    /// What the node of that id waits for, directly.
    public List<ResourceId> dependsOn(ResourceId id) {
        return ids(graph.dependsOn(known(id)));
    }

    /// Who waits for the node of that id, directly.
    public List<ResourceId> dependents(ResourceId id) {
        return ids(graph.dependents(known(id)));
    }

    /// Every dependency, in the order of the nodes that wait.
    public List<Edge> edges() {
        var edges = new ArrayList<Edge>();
        for (int from = 0; from < graph.size(); from++) {
            var to = graph.dependsOn(from);
            var bonds = graph.bonds(from);
            for (int at = 0; at < to.length; at++) {
                edges.add(new Edge(graph.id(from), graph.id(to[at]), bonds[at]));
            }
        }
        return edges;
    }

    /// The nodes of `layers`, and those of other layers that they need, some way or other.
    public Blueprint within(Set<Layer> layers) {
        var needed = new boolean[graph.size()];
        for (int number = graph.size() - 1; number >= 0; number--) {
            needed[number] |= layers.contains(graph.node(number).layer());
            if (needed[number]) {
                for (int to : graph.dependsOn(number)) {
                    needed[to] = true;
                }
            }
        }
        return new Blueprint(graph.only(needed));
    }

    private int known(ResourceId id) {
        int number = graph.number(id);
        if (number < 0) {
            throw new IllegalArgumentException(id + " is not in the blueprint");
        }
        return number;
    }

    private List<ResourceId> ids(int[] numbers) {
        var ids = new ArrayList<ResourceId>(numbers.length);
        for (int number : numbers) {
            ids.add(graph.id(number));
        }
        return ids;
    }
}
