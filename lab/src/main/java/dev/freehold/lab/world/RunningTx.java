package dev.freehold.lab.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// A change under way. It writes into the index as it goes, and remembers what was there before.
final class RunningTx implements Tx {
    private final Instant now;
    private final ResourceIndex resources;
    private final Ocids ocids;
    private final Delays delays;
    private final Consumer<WorldJournal.Change> keeper;
    private final Map<String, Optional<Resource>> before = new LinkedHashMap<>();

    /// @param keeper takes what has been done, once it is done
    RunningTx(Instant now, ResourceIndex resources, Ocids ocids, Delays delays, Consumer<WorldJournal.Change> keeper) {
        this.now = now;
        this.resources = resources;
        this.ocids = ocids;
        this.delays = delays;
        this.keeper = keeper;
    }

    /// All of it is done and kept, or none of it.
    <T> T run(Supplier<T> what) {
        var sequence = resources.sequence();
        try {
            var result = what.get();
            if (!before.isEmpty()) {
                keeper.accept(written());
            }
            return result;
        } catch (RuntimeException | Error undone) {
            before.forEach((id, old) -> old.ifPresentOrElse(resources::put, () -> resources.remove(id)));
            resources.sequence(sequence);
            throw undone;
        }
    }

    private WorldJournal.Change written() {
        var put = new ArrayList<Resource>();
        var dropped = new ArrayList<String>();
        before.keySet().forEach(id -> resources.find(id).ifPresentOrElse(put::add, () -> dropped.add(id)));
        return new WorldJournal.Change(now, resources.sequence(), put, dropped);
    }

    private void remember(String id) {
        if (!before.containsKey(id)) {
            before.put(id, resources.find(id));
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Delays delays() {
        return delays;
    }

    @Override
    public Ocids ids() {
        return ocids;
    }

    @Override
    public Optional<Resource> find(String id) {
        return resources.find(id);
    }

    @Override
    public List<Resource> all(String kind) {
        return resources.all(kind);
    }

    @Override
    public List<Resource> in(String compartmentId) {
        return resources.all().stream()
                .filter(resource -> resource.compartmentId().equals(compartmentId))
                .toList();
    }

    @Override
    public long nextSequence() {
        return resources.next();
    }

    @Override
    public Resource create(String id, String kind, String compartmentId, String state, ObjectNode attributes) {
        if (resources.find(id).isPresent()) {
            throw new IllegalStateException(id + " is there already");
        }
        remember(id);
        var made = new Resource(
                id, kind, resources.next(), compartmentId, state, now, 1, attributes.deepCopy(), List.of());
        resources.put(made);
        return made;
    }

    @Override
    public Resource create(String kind, String compartmentId, String state, ObjectNode attributes) {
        return create(ocids.regional(kind, resources.next()), kind, compartmentId, state, attributes);
    }

    @Override
    public Resource put(Resource changed) {
        var old = resources
                .find(changed.id())
                .orElseThrow(() -> new IllegalStateException("No " + changed.id() + " in the world"));
        remember(changed.id());
        var revised = changed.revised(old.revision() + 1);
        resources.put(revised);
        return revised;
    }

    @Override
    public void forget(String id) {
        remember(id);
        resources.remove(id);
    }

    @Override
    public Resource move(Resource resource, String now, String then, Duration least, Duration most) {
        var delay = delays.between(resource.id(), then + resource.revision(), least, most);
        return put(resource.in(now).pending(List.of(new Transition(this.now.plus(delay), then))));
    }

    @Override
    public Resource later(Resource resource, Duration after, String to) {
        var from = resource.pending().isEmpty()
                ? now
                : resource.pending().getLast().at();
        var pending = new ArrayList<>(resource.pending());
        pending.add(new Transition(from.plus(after), to));
        return put(resource.pending(pending));
    }
}
