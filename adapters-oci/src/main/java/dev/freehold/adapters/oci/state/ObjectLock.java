package dev.freehold.adapters.oci.state;

import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.adapters.oci.storage.ObjectStorage.Content;
import dev.freehold.ports.state.LayerStore.Holder;
import dev.freehold.ports.state.LayerStore.LockAnswer;
import dev.freehold.ports.state.LayerStore.LockAnswer.HeldBy;
import dev.freehold.ports.state.LayerStore.LockAnswer.Locked;
import dev.freehold.ports.state.SharedLock;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// One writer at a time among computers: an object that only one can make (`if-none-match: *`). Its holder
/// writes it again each minute with a later end; one whose end has passed is of a holder that died, and whoever
/// comes next takes it away.
///
/// The end is by the holder's clock and looked at by others'. OCI refuses calls whose clock is off by more than
/// 5 minutes, so that two clocks differ by 10 at most: a lock that lives longer than that is not taken for dead.
public final class ObjectLock implements SharedLock {
    /// How long a lock holds that is not renewed.
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String NAME = "lock";
    private static final int MOST_TRIES = 5;
    private static final Holder NOBODY_KNOWN = new Holder(0, "a command that is not known", Instant.EPOCH);

    private final BucketFolder place;
    private final Timeline timeline;
    private final String host;
    private final Consumer<String> notices;

    /// @param timeline on which it is renewed; not one that anybody joins, for renewing ends with the lease
    /// alone
    /// @param host the name of this computer
    /// @param notices is told in a sentence when a lock was lost
    public ObjectLock(BucketFolder place, Timeline timeline, String host, Consumer<String> notices) {
        this.place = place;
        this.timeline = timeline;
        this.host = host;
        this.notices = notices;
    }

    @Override
    public Optional<Holder> holder() {
        return place.get(NAME).filter(content -> !isExpired(content)).map(this::holder);
    }

    LockAnswer take(Holder holder) {
        var held = new Holder(holder.process(), holder.command(), holder.since(), host);
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            var note = new LockNote(held, timeline.now().plus(LIFE));
            var etag = place.put(NAME, note.bytes(), new Condition.Absent());
            if (etag.isPresent()) {
                return new Locked(new ObjectLease(place, NAME, note, etag.get(), timeline, notices).renewed());
            }
            var there = place.get(NAME);
            if (there.isPresent() && !isExpired(there.get())) {
                return new HeldBy(holder(there.get()));
            }
            // Given back meanwhile, or left by one that died: whoever deletes it first may be another.
            there.ifPresent(dead -> place.delete(NAME, new Condition.Unchanged(dead.etag())));
        }
        return new HeldBy(holder().orElse(NOBODY_KNOWN));
    }

    @Override
    public Optional<Holder> breakOff() {
        var there = place.get(NAME);
        there.ifPresent(content -> place.delete(NAME, new Condition.Unchanged(content.etag())));
        return there.map(this::holder);
    }

    /// What nobody can read nobody renews: it is left to a person.
    private boolean isExpired(Content content) {
        return LockNote.of(content.bytes())
                .filter(note -> timeline.now().isAfter(note.until()))
                .isPresent();
    }

    private Holder holder(Content content) {
        return LockNote.of(content.bytes())
                .map(LockNote::holder)
                .map(there ->
                        there.host().equals(host) ? new Holder(there.process(), there.command(), there.since()) : there)
                .orElse(NOBODY_KNOWN);
    }
}
