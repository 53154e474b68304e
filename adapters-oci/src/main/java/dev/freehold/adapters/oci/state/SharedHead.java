package dev.freehold.adapters.oci.state;

import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.adapters.oci.storage.ObjectStorage.Content;
import dev.freehold.domain.journal.DamagedJournal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The [Head] in its place. It is changed only from what it was seen to be (`if-match`), so that of two writers
/// one wins and the other hears of it.
final class SharedHead {
    private static final String NAME = "head";
    /// Who is overtaken that often is not alone, whatever the lock says.
    private static final int MOST_TRIES = 5;

    private final BucketFolder place;

    SharedHead(BucketFolder place) {
        this.place = place;
    }

    Head read() {
        return head(place.get(NAME));
    }

    private Head head(Optional<Content> content) {
        try {
            return content.map(there -> Head.of(there.bytes())).orElseGet(Head::empty);
        } catch (IllegalArgumentException unreadable) {
            throw new DamagedJournal("The head of the shared state in " + place + " can't be read: "
                    + unreadable.getMessage() + ". Nothing was changed.");
        }
    }

    /// @param edit makes the next head of the one that is there, or throws where it may not; it is asked again
    ///     where another writer was quicker
    void change(UnaryOperator<Head> edit) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            var there = place.get(NAME);
            var next = edit.apply(head(there));
            Condition condition = there.<Condition>map(content -> new Condition.Unchanged(content.etag()))
                    .orElseGet(Condition.Absent::new);
            if (place.put(NAME, next.bytes(), condition).isPresent()) {
                return;
            }
        }
        throw new IllegalStateException("another computer keeps changing the shared state in " + place);
    }

    /// Likewise for an edit that names an object that was just written: where it may not be made, nobody will
    /// ever read the object, and it goes.
    void change(String object, UnaryOperator<Head> edit) {
        try {
            change(edit);
        } catch (IllegalStateException overtaken) {
            place.delete(object, new Condition.Always());
            throw overtaken;
        }
    }

    /// A name that nobody else uses: what is written under it is never overwritten.
    static String freshName(String beginning) {
        return beginning + "-" + UUID.randomUUID();
    }
}
