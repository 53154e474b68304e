package dev.freehold.adapters.oci.state;

import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.ports.SystemFault;
import dev.freehold.ports.Timeline;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A lock that is ours: written again each minute, until it is given back or somebody took it away.
final class ObjectLease implements AutoCloseable {
    static final Duration RENEWAL = Duration.ofMinutes(1);

    private final Place place;
    private final String name;
    private final Timeline timeline;
    private final Consumer<String> notices;
    private final ReentrantLock turn = new ReentrantLock();

    private LockNote note;

    /// Absent once it is not ours any more.
    private @Nullable String etag;

    private Timeline.@Nullable Worker renewing;

    ObjectLease(Place place, String name, LockNote note, String etag, Timeline timeline, Consumer<String> notices) {
        this.place = place;
        this.name = name;
        this.note = note;
        this.etag = etag;
        this.timeline = timeline;
        this.notices = notices;
    }

    ObjectLease renewed() {
        renewing = timeline.start("lock of " + place, this::renewAgainAndAgain);
        return this;
    }

    private void renewAgainAndAgain() {
        try {
            do {
                timeline.sleep(RENEWAL);
            } while (renew());
        } catch (InterruptedException given) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return false once there is nothing more to renew
    boolean renew() {
        turn.lock();
        try {
            var ours = etag;
            if (ours == null) {
                return false;
            }
            note = note.until(timeline.now().plus(ObjectLock.LIFE));
            var next = place.put(name, note.bytes(), new Condition.Unchanged(ours));
            etag = next.orElse(null);
            if (next.isEmpty()) {
                notices.accept("The lock on the shared state in " + place + " was taken away while this command"
                        + " worked. What it records is kept on this computer.");
            }
            return next.isPresent();
        } catch (SystemFault noAnswer) {
            // A lost answer leaves an entity tag that nobody knows; the next attempt finds out.
            return refound();
        } finally {
            turn.unlock();
        }
    }

    /// Was it written all the same, though the answer was lost?
    private boolean refound() {
        try {
            place.get(name)
                    .filter(there ->
                            LockNote.of(there.bytes()).filter(note::equals).isPresent())
                    .ifPresent(there -> etag = there.etag());
        } catch (SystemFault stillNoAnswer) {
            // A lock outlasts many renewals that failed.
        }
        return true;
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (renewing != null) {
                renewing.interrupt();
            }
            var ours = etag;
            etag = null;
            if (ours != null) {
                place.delete(name, new Condition.Unchanged(ours));
            }
        } catch (SystemFault noAnswer) {
            notices.accept("The lock on the shared state in " + place + " could not be given back and lapses in "
                    + ObjectLock.LIFE.toMinutes() + " minutes, or by 'freehold state unlock'. (" + noAnswer.getMessage()
                    + ")");
        } finally {
            turn.unlock();
        }
    }
}
