package dev.freehold.domain.blueprint;

import dev.freehold.domain.resource.Bond;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Nodes in an order in which each comes after what it refers to, and the references between them by number.
/// The order depends on the order given and on nothing else.
///
/// It takes what a state can hold: a reference to something that is not there is left out (a layer can be
/// half destroyed), and so is one that would close a circle (settings of two versions side by side). A
/// [Blueprint] is held to more.
public final class Graph {
    private static final int[] NONE = {};

    private final List<Node> nodes;
    private final List<ResourceId> ids;
    private final Map<ResourceId, Integer> numbers;
    private final int[][] dependsOn;
    private final Bond[][] bonds;
    private final int[][] dependents;
    private final List<Edge> leftOut;

    /// The arrays become this graph's own, and nothing writes to them any more.
    Graph(
            List<Node> nodes,
            List<ResourceId> ids,
            Map<ResourceId, Integer> numbers,
            int[][] dependsOn,
            Bond[][] bonds,
            List<Edge> leftOut) {
        this.nodes = Collections.unmodifiableList(nodes);
        this.ids = Collections.unmodifiableList(ids);
        this.numbers = Collections.unmodifiableMap(numbers);
        this.dependsOn = dependsOn;
        this.bonds = bonds;
        this.dependents = reversed(dependsOn);
        this.leftOut = List.copyOf(leftOut);
    }

    /// @throws IllegalStateException if two nodes have one id
    public static Graph of(Collection<? extends Node> nodes) {
        return new Ordering(nodes).graph();
    }

    /// In order: each after what it refers to. A node's number is its place here.
    public List<Node> nodes() {
        return nodes;
    }

    public int size() {
        return nodes.size();
    }

    public Node node(int number) {
        return nodes.get(number);
    }

    public ResourceId id(int number) {
        return ids.get(number);
    }

    /// The number of the node of that id; -1 if it is not here.
    public int number(ResourceId id) {
        var number = numbers.get(id);
        return number == null ? -1 : number;
    }

    public Optional<Node> find(ResourceId id) {
        int number = number(id);
        return number < 0 ? Optional.empty() : Optional.of(nodes.get(number));
    }

    /// What the node refers to, by number.
    public int[] dependsOn(int number) {
        return dependsOn[number].clone();
    }

    /// How the node is bound to each of what it refers to, in the order of [#dependsOn].
    public Bond[] bonds(int number) {
        return bonds[number].clone();
    }

    /// Who refers to the node, by number, in order.
    public int[] dependents(int number) {
        return dependents[number].clone();
    }

    /// The references that could not be kept: what they lead to is not here, or leads back.
    public List<Edge> leftOut() {
        return leftOut;
    }

    /// The nodes that are kept, in the same order; whatever a kept node refers to must be kept too.
    Graph only(boolean[] kept) {
        var numberOf = new int[size()];
        var rest = new ArrayList<Node>();
        var restIds = new ArrayList<ResourceId>();
        var restNumbers = new HashMap<ResourceId, Integer>();
        for (int number = 0; number < size(); number++) {
            if (kept[number]) {
                numberOf[number] = rest.size();
                restNumbers.put(ids.get(number), rest.size());
                rest.add(nodes.get(number));
                restIds.add(ids.get(number));
            }
        }
        if (rest.size() == size()) {
            return this;
        }
        var restDependsOn = new int[rest.size()][];
        var restBonds = new Bond[rest.size()][];
        for (int number = 0; number < size(); number++) {
            if (kept[number]) {
                restDependsOn[numberOf[number]] = renumbered(dependsOn[number], numberOf);
                restBonds[numberOf[number]] = bonds[number];
            }
        }
        return new Graph(rest, restIds, restNumbers, restDependsOn, restBonds, leftOut);
    }

    private static int[] renumbered(int[] numbers, int[] numberOf) {
        var renumbered = new int[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            renumbered[at] = numberOf[numbers[at]];
        }
        return renumbered;
    }

    private static int[][] reversed(int[][] edges) {
        var counts = new int[edges.length];
        for (var targets : edges) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        var reversed = new int[edges.length][];
        for (int number = 0; number < edges.length; number++) {
            reversed[number] = counts[number] == 0 ? NONE : new int[counts[number]];
        }
        var filled = new int[edges.length];
        for (int from = 0; from < edges.length; from++) {
            for (int to : edges[from]) {
                reversed[to][filled[to]++] = from;
            }
        }
        return reversed;
    }
}
