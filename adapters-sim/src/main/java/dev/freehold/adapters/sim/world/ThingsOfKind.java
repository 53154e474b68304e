package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything of one kind that stands, in the order in which it was made. Rules ask for it far more often
/// than it changes.
final class ThingsOfKind<R extends Resource> {
    private final Class<R> kind;
    private final Map<ResourceId, Thing> things = new LinkedHashMap<>();
    private @Nullable List<R> resources;

    ThingsOfKind(Class<R> kind) {
        this.kind = kind;
    }

    Collection<Thing> things() {
        return Collections.unmodifiableCollection(things.values());
    }

    List<R> resources() {
        var known = resources;
        if (known == null) {
            var found = new ArrayList<R>(things.size());
            for (var thing : things.values()) {
                found.add(kind.cast(thing.resource()));
            }
            known = Collections.unmodifiableList(found);
            resources = known;
        }
        return known;
    }

    void put(Thing thing) {
        things.put(thing.id(), thing);
        resources = null;
    }

    void remove(ResourceId id) {
        things.remove(id);
        resources = null;
    }
}
