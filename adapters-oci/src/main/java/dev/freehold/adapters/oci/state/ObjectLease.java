package dev.freehold.adapters.oci.state;

import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.adapters.oci.storage.ObjectStorage.Content;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A lock that is ours: written again each minute, until it is given back or somebody took it away.
final class ObjectLease implements AutoCloseable {
    static final Duration RENEWAL = Duration.ofMinutes(1);

    private final BucketFolder place;
    private final String name;
    private final Timeline timeline;
    private final Consumer<String> notices;
    private final ReentrantLock turn = new ReentrantLock();

    private LockNote note;

    /// Absent once it is not ours any more.
    private @Nullable String etag;

    private Timeline.@Nullable Worker renewing;

    ObjectLease(
            BucketFolder place, String name, LockNote note, String etag, Timeline timeline, Consumer<String> notices) {
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
            var known = etag;
            if (known == null) {
                return false;
            }
            note = note.until(timeline.now().plus(ObjectLock.LIFE));
            var next = place.put(name, note.bytes(), new Condition.Unchanged(known));
            // An answer lost earlier left a newer entity tag than we know: it is still our lock.
            etag = next.or(this::ours).orElse(null);
            if (etag == null) {
                notices.accept("The lock on the shared state in " + place + " was taken away while this command"
                        + " worked. What it records is kept on this computer.");
            }
            return etag != null;
        } catch (SystemFault noAnswer) {
            // A lock outlasts many renewals that failed; the next one finds out what became of this.
            return true;
        } finally {
            turn.unlock();
        }
    }

    /// The entity tag of what stands there, if this very holder wrote it.
    private Optional<String> ours() {
        return place.get(name)
                .filter(there -> LockNote.of(there.bytes())
                        .filter(found -> found.holder().equals(note.holder()))
                        .isPresent())
                .map(Content::etag);
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (renewing != null) {
                renewing.interrupt();
            }
            if (etag != null) {
                etag = null;
                ours().ifPresent(there -> place.delete(name, new Condition.Unchanged(there)));
            }
        } catch (SystemFault noAnswer) {
            notices.accept("The lock on the shared state in " + place + " could not be given back and lapses in "
                    + ObjectLock.LIFE.toMinutes() + " minutes, or by " + NextCommand.unlock() + ". ("
                    + noAnswer.getMessage()
                    + ")");
        } finally {
            turn.unlock();
        }
    }
}
