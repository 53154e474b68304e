package dev.freehold.domain.blueprint;

import dev.freehold.domain.resource.Bond;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Reference;
import dev.freehold.domain.resource.ResourceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts nodes in order for one [Graph]: depth first, without recursion, for a chain can be as long as a
/// platform has hosts.
final class Ordering {
    private final List<Node> given;
    private final List<ResourceId> ids;
    private final Map<ResourceId, Integer> placeOf;
    private final List<Edge> leftOut = new ArrayList<>();

    Ordering(Collection<? extends Node> nodes) {
        given = List.copyOf(nodes);
        ids = new ArrayList<>(given.size());
        placeOf = HashMap.newHashMap(given.size());
        for (var node : given) {
            var id = node.id();
            if (placeOf.put(id, ids.size()) != null) {
                throw new IllegalStateException("Two nodes have the id " + id + ". This is a bug in Freehold.");
            }
            ids.add(id);
        }
    }

    Graph graph() {
        int size = given.size();
        var references = new ArrayList<List<Reference>>(size);
        var places = new int[size][];
        for (int place = 0; place < size; place++) {
            var here = new ArrayList<Reference>();
            for (var reference : given.get(place).references()) {
                if (placeOf.containsKey(reference.to())) {
                    here.add(reference);
                } else {
                    leaveOut(place, reference);
                }
            }
            references.add(here);
            places[place] = placesOf(here);
        }
        var order = order(places);
        var numberOf = new int[size];
        for (int number = 0; number < size; number++) {
            numberOf[order[number]] = number;
        }
        return graph(references, places, order, numberOf);
    }

    private Graph graph(List<List<Reference>> references, int[][] places, int[] order, int[] numberOf) {
        int size = given.size();
        var nodes = new ArrayList<Node>(size);
        var sorted = new ArrayList<ResourceId>(size);
        Map<ResourceId, Integer> numbers = HashMap.newHashMap(size);
        var dependsOn = new int[size][];
        var bonds = new Bond[size][];
        for (int number = 0; number < size; number++) {
            int place = order[number];
            nodes.add(given.get(place));
            sorted.add(ids.get(place));
            numbers.put(ids.get(place), number);
            int count = 0;
            var found = new int[places[place].length];
            var bound = new Bond[found.length];
            for (int at = 0; at < found.length; at++) {
                var reference = references.get(place).get(at);
                int to = numberOf[places[place][at]];
                if (to < number) {
                    found[count] = to;
                    bound[count++] = reference.bond();
                } else {
                    leaveOut(place, reference); // what comes later in this order refers back, by some way
                }
            }
            dependsOn[number] = Arrays.copyOf(found, count);
            bonds[number] = Arrays.copyOf(bound, count);
        }
        return new Graph(nodes, sorted, numbers, dependsOn, bonds, leftOut);
    }

    private void leaveOut(int place, Reference reference) {
        leftOut.add(new Edge(ids.get(place), reference.to(), reference.bond()));
    }

    private int[] placesOf(List<Reference> references) {
        var places = new int[references.size()];
        int count = 0;
        for (var reference : references) {
            var place = placeOf.get(reference.to());
            if (place != null) {
                places[count++] = place;
            }
        }
        return places;
    }

    /// The places in an order in which each comes after those it refers to, circles apart.
    private static int[] order(int[][] references) {
        int size = references.length;
        var order = new int[size];
        int ordered = 0;
        var next = new int[size]; // which of a place's references is followed next
        var met = new boolean[size];
        var path = new int[size];
        for (int start = 0; start < size; start++) {
            if (met[start]) {
                continue;
            }
            int depth = 0;
            path[0] = start;
            met[start] = true;
            while (depth >= 0) {
                int place = path[depth];
                if (next[place] == references[place].length) {
                    order[ordered++] = place;
                    depth--;
                } else {
                    int to = references[place][next[place]++];
                    if (!met[to]) {
                        met[to] = true;
                        path[++depth] = to;
                    }
                }
            }
        }
        return order;
    }
}
