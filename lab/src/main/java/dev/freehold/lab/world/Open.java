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

/// A change under way. It writes into the shelves as it goes, and remembers what was there before.
final class Open implements Tx {
    private final Instant now;
    private final Shelves shelves;
    private final Ocids ocids;
    private final Delays delays;
    private final Consumer<Journal.Change> keeper;
    private final Map<String, Optional<Resource>> before = new LinkedHashMap<>();

    /// @param keeper takes what has been done, once it is done
    Open(Instant now, Shelves shelves, Ocids ocids, Delays delays, Consumer<Journal.Change> keeper) {
        this.now = now;
        this.shelves = shelves;
        this.ocids = ocids;
        this.delays = delays;
        this.keeper = keeper;
    }

    /// All of it is done and kept, or none of it.
    <T> T run(Supplier<T> what) {
        var sequence = shelves.sequence();
        try {
            var result = what.get();
            if (!before.isEmpty()) {
                keeper.accept(written());
            }
            return result;
        } catch (RuntimeException | Error undone) {
            before.forEach((id, old) -> old.ifPresentOrElse(shelves::put, () -> shelves.remove(id)));
            shelves.sequence(sequence);
            throw undone;
        }
    }

    private Journal.Change written() {
        var put = new ArrayList<Resource>();
        var dropped = new ArrayList<String>();
        before.keySet().forEach(id -> shelves.find(id).ifPresentOrElse(put::add, () -> dropped.add(id)));
        return new Journal.Change(now, shelves.sequence(), put, dropped);
    }

    private void remember(String id) {
        if (!before.containsKey(id)) {
            before.put(id, shelves.find(id));
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
        return shelves.find(id);
    }

    @Override
    public List<Resource> all(String kind) {
        return shelves.all(kind);
    }

    @Override
    public List<Resource> in(String compartmentId) {
        return shelves.all().stream()
                .filter(resource -> resource.compartmentId().equals(compartmentId))
                .toList();
    }

    @Override
    public long nextSequence() {
        return shelves.next();
    }

    @Override
    public Resource create(String id, String kind, String compartmentId, String state, ObjectNode attributes) {
        if (shelves.find(id).isPresent()) {
            throw new IllegalStateException(id + " is there already");
        }
        remember(id);
        var made =
                new Resource(id, kind, shelves.next(), compartmentId, state, now, 1, attributes.deepCopy(), List.of());
        shelves.put(made);
        return made;
    }

    @Override
    public Resource create(String kind, String compartmentId, String state, ObjectNode attributes) {
        return create(ocids.regional(kind, shelves.next()), kind, compartmentId, state, attributes);
    }

    @Override
    public Resource put(Resource changed) {
        var old = shelves.find(changed.id())
                .orElseThrow(() -> new IllegalStateException("No " + changed.id() + " in the world"));
        remember(changed.id());
        var revised = changed.revised(old.revision() + 1);
        shelves.put(revised);
        return revised;
    }

    @Override
    public void forget(String id) {
        remember(id);
        shelves.remove(id);
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
