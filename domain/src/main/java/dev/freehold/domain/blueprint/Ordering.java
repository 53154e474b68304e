package dev.freehold.domain.blueprint;

import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.Node;
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
    private final Map<ResourceId, Integer> places;
    private final List<Edge> leftOut = new ArrayList<>();

    Ordering(Collection<? extends Node> nodes) {
        given = List.copyOf(nodes);
        ids = new ArrayList<>(given.size());
        places = HashMap.newHashMap(given.size());
        for (var node : given) {
            var id = node.id();
            if (places.put(id, ids.size()) != null) {
                throw new IllegalStateException("Two nodes have the id " + id + ". This is a bug in Freehold.");
            }
            ids.add(id);
        }
    }

    Graph graph() {
        int size = given.size();
        var references = new int[size][];
        for (int place = 0; place < size; place++) {
            references[place] = placesOf(place, given.get(place).dependsOn());
        }
        var order = order(references);
        var numberOf = new int[size];
        for (int number = 0; number < size; number++) {
            numberOf[order[number]] = number;
        }
        var nodes = new ArrayList<Node>(size);
        var sorted = new ArrayList<ResourceId>(size);
        Map<ResourceId, Integer> numbers = HashMap.newHashMap(size);
        var dependsOn = new int[size][];
        var standsOn = new int[size][];
        for (int number = 0; number < size; number++) {
            int place = order[number];
            nodes.add(given.get(place));
            sorted.add(ids.get(place));
            numbers.put(ids.get(place), number);
            var standing = Kind.of(given.get(place).getClass()).standsOn(given.get(place));
            dependsOn[number] = earlier(references[place], numberOf, place, standing);
            standsOn[number] = earlier(standing, numberOf, number);
        }
        return new Graph(nodes, sorted, numbers, dependsOn, standsOn, leftOut);
    }

    private int[] placesOf(int from, List<ResourceId> targets) {
        var found = new int[targets.size()];
        int count = 0;
        for (var target : targets) {
            var place = places.get(target);
            if (place == null) {
                var node = given.get(from);
                boolean stands = Kind.of(node.getClass()).standsOn(node).contains(target);
                leftOut.add(new Edge(ids.get(from), target, stands));
            } else {
                found[count++] = place;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
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

    /// Whoever refers to something later in the order is part of a circle; that reference is left out.
    private int[] earlier(int[] references, int[] numberOf, int from, List<ResourceId> standing) {
        var found = new int[references.length];
        int count = 0;
        for (int place : references) {
            if (numberOf[place] < numberOf[from]) {
                found[count++] = numberOf[place];
            } else {
                leftOut.add(new Edge(ids.get(from), ids.get(place), standing.contains(ids.get(place))));
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    private int[] earlier(List<ResourceId> standing, int[] numberOf, int number) {
        var found = new int[standing.size()];
        int count = 0;
        for (var id : standing) {
            var place = places.get(id);
            if (place != null && numberOf[place] < number) {
                found[count++] = numberOf[place];
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }
}
