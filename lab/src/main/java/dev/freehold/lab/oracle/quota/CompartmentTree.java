package dev.freehold.lab.oracle.quota;

import dev.freehold.lab.world.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tree of compartments, as the world holds it now.
record CompartmentTree(Tx tx, String tenancyId) {
    /// The kind of compartments in the world; each is in its parent.
    static final String KIND = "compartment";

    /// `id` and what it is in, up to the tenancy.
    List<String> upwards(String id) {
        var chain = new ArrayList<String>();
        for (var at = id; !at.equals(tenancyId) && !at.isEmpty() && !chain.contains(at); ) {
            chain.add(at);
            at = tx.find(KIND, at).map(found -> found.compartmentId()).orElse("");
        }
        chain.add(tenancyId);
        return chain;
    }

    boolean isWithin(String id, String ancestor) {
        return upwards(id).contains(ancestor);
    }

    /// The compartment that a statement names from below the root down; none if it is not there.
    Optional<String> find(List<String> path) {
        var at = Optional.of(tenancyId);
        for (var name : path) {
            at = at.flatMap(parent -> tx.stream(KIND)
                    .filter(child -> child.compartmentId().equals(parent) && child.has("name", name))
                    .filter(child -> !child.isIn("DELETED"))
                    .map(child -> child.id())
                    .findFirst());
        }
        return at;
    }
}
