package dev.freehold.lab.oracle.bucket;

import static dev.freehold.lab.oracle.bucket.BucketRefusal.Why;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// One bucket's objects. What is written appears at once and whole; reads and writes of content go on side by side.
public final class Bucket {
    private final InstantSource clock;
    private final RecordFiles<StoredObject> files;
    private final Blobs blobs;
    private final Uploads uploads;
    private final NavigableMap<String, StoredObject> objects = new TreeMap<>(ObjectNames.ORDER);
    private boolean gone;

    /// Takes up what `folder` holds; an empty or missing one is an empty bucket.
    Bucket(Path folder, InstantSource clock) {
        this.clock = clock;
        this.files = new RecordFiles<>(folder.resolve("objects"), StoredObject.class);
        var uploadFiles = new RecordFiles<>(folder.resolve("uploads"), OpenUpload.class);
        var open = uploadFiles.all();
        var named = new HashSet<Long>();
        for (var object : files.all()) {
            objects.put(object.name(), object);
            object.pieces().forEach(piece -> named.add(piece.blob()));
        }
        // A process that died between a commit's two steps left the upload's record beside the object's.
        var committed = new HashSet<>(named);
        for (var upload : open) {
            upload.parts().forEach(part -> named.add(part.content().piece().blob()));
        }
        this.blobs = new Blobs(folder.resolve("blobs"), named);
        this.uploads = new Uploads(uploadFiles, open, committed);
    }

    /// Takes content in, under no name yet: then [#put], [#addPart] or [#discard] it.
    ///
    /// @throws IOException if `body` breaks off; then nothing of it stays
    public ReceivedContent receive(InputStream body) throws IOException {
        try {
            return blobs.write(body);
        } catch (NoSuchFileException e) {
            throw new BucketRefusal(Why.NO_BUCKET, "The bucket was deleted");
        }
    }

    public void discard(ReceivedContent content) {
        blobs.discard(List.of(content.piece()));
    }

    /// Names `content`, in place of what had the name.
    ///
    /// @throws BucketRefusal if the name or the condition does not hold; then the content is discarded
    public synchronized StoredObject put(
            String name, ReceivedContent content, ObjectHeaders headers, WriteCondition match) {
        try {
            ObjectNames.checkObject(name);
            checkThere();
            match.check(find(name).map(StoredObject::etag));
        } catch (BucketRefusal refused) {
            discard(content);
            throw refused;
        }
        return store(name, content.md5(), false, headers, List.of(content.piece()));
    }

    private StoredObject store(String name, String md5, boolean inParts, ObjectHeaders headers, List<Piece> pieces) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var object = new StoredObject(name, md5, inParts, UUID.randomUUID().toString(), now, now, headers, pieces);
        files.write(name, object);
        var before = objects.put(name, object);
        if (before != null) {
            blobs.discard(before.pieces());
        }
        return object;
    }

    public synchronized Optional<StoredObject> find(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    /// @throws BucketRefusal if there is none
    public StoredObject object(String name) {
        return find(name)
                .orElseThrow(() ->
                        new BucketRefusal(Why.NO_OBJECT, "The object '" + name + "' was not found in the bucket"));
    }

    /// `length` bytes of the object from `offset`. What is read is this object, even if it is replaced
    /// meanwhile. Empty if it was replaced or deleted since it was looked up: then look again.
    public synchronized Optional<InputStream> read(StoredObject object, long offset, long length) {
        return object.equals(objects.get(object.name()))
                ? Optional.of(blobs.read(object.pieces(), offset, length))
                : Optional.empty();
    }

    /// @throws BucketRefusal if there is none, or `match` does not hold
    public synchronized void delete(String name, WriteCondition match) {
        var object = object(name);
        match.check(Optional.of(object.etag()));
        files.delete(name);
        objects.remove(name);
        blobs.discard(object.pieces());
    }

    public synchronized Listing list(Listing.Query query) {
        return new ListingObjects(query).over(objects);
    }

    public synchronized OpenUpload open(String name, ObjectHeaders headers, WriteCondition match) {
        ObjectNames.checkObject(name);
        checkThere();
        match.check(find(name).map(StoredObject::etag));
        return uploads.open(name, headers, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    public synchronized OpenUpload upload(String name, String id) {
        return uploads.get(name, id);
    }

    /// All that are open, by name and then by age.
    public synchronized List<OpenUpload> uploads() {
        return uploads.all();
    }

    /// Takes `content` as a part, in place of an earlier one of its number.
    ///
    /// @throws BucketRefusal if there is no such upload, or no such part can be; then the content is discarded
    public synchronized UploadedPart addPart(String name, String id, int number, ReceivedContent content) {
        try {
            var replaced = uploads.get(name, id).part(number);
            var part = uploads.add(name, id, number, content);
            replaced.ifPresent(before -> discard(before.content()));
            return part;
        } catch (BucketRefusal refused) {
            discard(content);
            throw refused;
        }
    }

    /// Makes the object of the parts named, in their order: the parts' files become the object's, nothing is
    /// copied. Parts that are not named go.
    public synchronized StoredObject commit(String name, String id, List<PartToCommit> wanted, WriteCondition match) {
        var upload = uploads.get(name, id);
        match.check(find(name).map(StoredObject::etag));
        var parts = PartToCommit.choose(upload, wanted);
        var pieces = parts.stream().map(part -> part.content().piece()).toList();
        var object = store(name, PartToCommit.md5(parts), true, upload.headers(), pieces);
        uploads.close(upload);
        blobs.discard(upload.parts().stream()
                .map(part -> part.content().piece())
                .filter(piece -> !pieces.contains(piece))
                .toList());
        return object;
    }

    public synchronized void abort(String name, String id) {
        var upload = uploads.get(name, id);
        uploads.close(upload);
        blobs.discard(
                upload.parts().stream().map(part -> part.content().piece()).toList());
    }

    /// How many objects there are.
    public synchronized int count() {
        return objects.size();
    }

    /// What counts as stored: objects, and the parts of open uploads.
    public synchronized long bytes() {
        return Stream.concat(
                        objects.values().stream().map(StoredObject::bytes),
                        uploads.all().stream().map(OpenUpload::bytes))
                .mapToLong(Long::longValue)
                .sum();
    }

    /// The bytes of the objects whose tier is `tier`.
    public synchronized long bytes(String tier) {
        return objects.values().stream()
                .filter(object -> object.headers().storageTier().equals(tier))
                .mapToLong(StoredObject::bytes)
                .sum();
    }

    /// After this nothing can be put in any more.
    synchronized void close() {
        if (!objects.isEmpty()) {
            throw new BucketRefusal(Why.BUCKET_NOT_EMPTY, "Bucket is not empty. Delete all objects first.");
        }
        if (!uploads.all().isEmpty()) {
            throw new BucketRefusal(
                    Why.BUCKET_NOT_EMPTY, "Bucket has pending multipart uploads. Stop all multipart uploads first.");
        }
        gone = true;
    }

    private void checkThere() {
        if (gone) {
            throw new BucketRefusal(Why.NO_BUCKET, "The bucket was deleted");
        }
    }
}
