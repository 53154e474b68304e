package dev.freehold.lab.world;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Resources by id and by kind, in the order of their creation. Not safe for several threads.
final class ResourceIndex {
    private final Map<String, Resource> byId = new HashMap<>();
    private final Map<String, TreeMap<Long, Resource>> byKind = new HashMap<>();
    private long sequence;

    Optional<Resource> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Resource> all(String kind) {
        var ofKind = byKind.get(kind);
        return ofKind == null ? List.of() : List.copyOf(ofKind.values());
    }

    Collection<Resource> all() {
        return byId.values().stream()
                .sorted(java.util.Comparator.comparingLong(Resource::sequence))
                .toList();
    }

    void put(Resource resource) {
        byId.put(resource.id(), resource);
        byKind.computeIfAbsent(resource.kind(), _ -> new TreeMap<>()).put(resource.sequence(), resource);
    }

    void remove(String id) {
        var removed = byId.remove(id);
        if (removed != null) {
            var ofKind = byKind.get(removed.kind());
            if (ofKind != null) {
                ofKind.remove(removed.sequence());
            }
        }
    }

    /// The last number that was given out.
    long sequence() {
        return sequence;
    }

    void sequence(long last) {
        sequence = last;
    }

    long next() {
        return ++sequence;
    }
}
