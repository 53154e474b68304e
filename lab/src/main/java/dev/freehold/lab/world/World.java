package dev.freehold.lab.world;

import dev.freehold.lab.time.LabClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// The memory of all emulators, kept in a folder. One change at a time; each is in the journal before anyone hears
/// of it. States that were due are reached first, in the order of their times, by whoever looks next: nothing runs
/// in the background.
public final class World implements AutoCloseable {
    /// Rewritten once it is this large and mostly history.
    private static final long LARGE_BYTES = 32L << 20;

    private record Due(Instant at, long sequence, String id, Transition transition) {}

    private final Path path;
    private final Ocids ocids;
    private final Delays delays;
    private final ReentrantLock lock = new ReentrantLock();
    private final ResourceIndex resources = new ResourceIndex();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::sequence));
    private final Map<String, List<BiConsumer<Tx, Resource>>> arrivals = new HashMap<>();
    private Instant seen = Instant.EPOCH;
    private long rewrittenBytes;
    private WorldJournal journal;
    private LabClock clock;

    private World(Path path, Ocids ocids, WorldJournal journal, LabClock clock) {
        this.path = path;
        this.ocids = ocids;
        this.delays = new Delays(ocids.seed());
        this.journal = journal;
        this.clock = clock;
    }

    /// @param folder must exist, and belong to this process alone
    /// @param clock made from the last time that the world has seen
    /// @throws IllegalStateException if what is kept there can't be read
    public static World open(Path folder, Ocids ocids, Function<Instant, LabClock> clock) {
        var path = folder.resolve("world.jsonl");
        var resources = new ResourceIndex();
        var seen = Instant.EPOCH;
        for (var change : WorldJournal.read(path)) {
            change.put().forEach(resources::put);
            change.dropped().forEach(resources::remove);
            resources.sequence(change.sequence());
            seen = change.at();
        }
        var started = clock.apply(seen);
        var journal = WorldJournal.rewritten(path, started.now(), resources.sequence(), resources.all());
        var world = new World(path, ocids, journal, started);
        resources.all().forEach(world.resources::put);
        world.resources.sequence(resources.sequence());
        world.resources.all().forEach(world::expect);
        world.seen = started.now();
        world.rewrittenBytes = journal.bytes();
        return world;
    }

    public LabClock clock() {
        return clock;
    }

    public Ocids ocids() {
        return ocids;
    }

    /// What follows when a resource of `kind` gets to `state` by itself, as part of the same change. Said
    /// before the world is used.
    public void when(String kind, String state, BiConsumer<Tx, Resource> then) {
        arrivals.computeIfAbsent(kind + ' ' + state, _ -> new ArrayList<>()).add(then);
    }

    /// Looks at the world, or changes it: all that `what` does happens, or nothing if it throws.
    public <T> T change(Function<Tx, T> what) {
        lock.lock();
        try {
            var now = now();
            settle(now);
            var tx = open(now);
            var result = tx.run(() -> what.apply(tx));
            compactIfLarge();
            return result;
        } finally {
            lock.unlock();
        }
    }

    private Instant now() {
        var now = clock.now();
        seen = now.isAfter(seen) ? now : seen;
        return seen;
    }

    private void settle(Instant now) {
        for (var next = due.peek(); next != null && !next.at().isAfter(now); next = due.peek()) {
            var arriving = due.remove();
            resources
                    .find(arriving.id())
                    .filter(resource -> resource.pending().contains(arriving.transition()))
                    .ifPresent(resource -> arrive(resource, arriving));
        }
    }

    private void arrive(Resource resource, Due arriving) {
        // At the time it was due, so that what follows is counted from then and not from whoever looked.
        var tx = open(arriving.at());
        tx.run(() -> {
            if (arriving.transition().to().equals(Transition.GONE)) {
                tx.forget(resource.id());
            } else {
                var arrived = tx.put(resource.after(arriving.transition()));
                arrivals.getOrDefault(arrived.kind() + ' ' + arrived.state(), List.of())
                        .forEach(then -> then.accept(tx, arrived));
            }
            return arriving;
        });
    }

    private RunningTx open(Instant now) {
        return new RunningTx(now, resources, ocids, delays, this::keep);
    }

    /// What a transaction has done: into the journal first, then what is to come of it.
    private void keep(WorldJournal.Change change) {
        journal.append(change);
        change.put().forEach(this::expect);
    }

    private void expect(Resource resource) {
        for (var transition : resource.pending()) {
            due.add(new Due(transition.at(), resource.sequence(), resource.id(), transition));
        }
    }

    private void compactIfLarge() {
        if (journal.bytes() > LARGE_BYTES && journal.bytes() > 4 * rewrittenBytes) {
            journal.close();
            journal = WorldJournal.rewritten(path, seen, resources.sequence(), resources.all());
            rewrittenBytes = journal.bytes();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            journal.close();
        } finally {
            lock.unlock();
        }
    }
}
