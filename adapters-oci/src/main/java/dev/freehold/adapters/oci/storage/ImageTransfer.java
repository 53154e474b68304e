package dev.freehold.adapters.oci.storage;

import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.adapters.oci.storage.ObjectStorage.OpenUpload;
import dev.freehold.adapters.oci.storage.ObjectStorage.Part;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// One image file's way into a bucket: in parts, several at once, each checked by its MD5 on arrival and the
/// whole by the MD5 of those. Begun again after a crash it sends only what is missing.
///
/// Nothing that could be gone on with is given up, whatever fails.
final class ImageTransfer {
    /// Enough to keep a line busy while each waits for an answer. A worker holds a chunk, not a part.
    static final int WORKERS = 4;

    private final ObjectStorage storage;
    private final String bucket;
    private final String object;
    private final ImageFile file;
    private final PartPlan plan;
    private final TransferProgress progress;
    private final UploadThreads workers = new UploadThreads(WORKERS);

    ImageTransfer(ObjectStorage storage, String bucket, String object, ImageFile file, PartPlan plan, Context context) {
        this.storage = storage;
        this.bucket = bucket;
        this.object = object;
        this.file = file;
        this.plan = plan;
        this.progress = new TransferProgress(context, plan.size());
    }

    /// Sends the file and makes the object of it.
    ///
    /// @param sha256 what the file must have, in hexadecimal digits
    /// @param fresh whether to begin anew, instead of going on with what an earlier attempt left
    /// @throws FileChanged if it has another; nothing was made
    /// @throws StorageRefusal if the service refuses, or the condition does not hold
    void send(String sha256, Map<String, String> metadata, Condition condition, boolean fresh) throws Exception {
        var arrived = begin(metadata, fresh);
        var upload = arrived.upload();
        var md5s = new ConcurrentHashMap<>(arrived.md5s());
        var etags = new ConcurrentHashMap<>(arrived.etags());
        var works = new ArrayList<Callable<@Nullable Void>>();
        works.add(() -> {
            checkWhole(sha256);
            return null;
        });
        for (var piece : plan.pieces()) {
            if (!etags.containsKey(piece.number())) {
                works.add(() -> {
                    var md5 = file.md5(piece, _ -> progress.checkDeadline());
                    etags.put(piece.number(), send(upload, piece, md5));
                    md5s.put(piece.number(), md5);
                    return null;
                });
            }
        }
        try {
            workers.all(works);
        } catch (FileChanged changed) {
            // Its parts are of no use: they are not of the image that was built.
            storage.giveUp(bucket, upload);
            throw changed;
        }
        commit(upload, new TreeMap<>(etags), new TreeMap<>(md5s), condition);
    }

    private void checkWhole(String sha256) throws IOException {
        var found = file.sha256(_ -> progress.checkDeadline());
        if (!found.equals(sha256)) {
            throw new FileChanged(found);
        }
    }

    private String send(OpenUpload upload, PartPlan.Piece piece, String md5) throws IOException {
        try (var body = file.stream(piece, progress::arrived)) {
            return storage.sendPart(bucket, upload, piece.number(), body, piece.length(), md5);
        }
    }

    private void commit(
            OpenUpload upload, SortedMap<Integer, String> etags, SortedMap<Integer, String> md5s, Condition condition) {
        var told = storage.commit(bucket, upload, etags, condition);
        var computed = Digests.ofParts(md5s.values());
        if (!told.equals(computed)) {
            storage.delete(bucket, object, new Condition.Always());
            throw new Busy(
                    "The object " + object + " was made with the MD5 " + told + ", but its parts give " + computed
                            + "; it was removed.",
                    null);
        }
    }

    /// An open upload and what has arrived of it, by part number.
    private record Arrived(OpenUpload upload, Map<Integer, String> etags, Map<Integer, String> md5s) {}

    private record Candidate(OpenUpload upload, List<Part> parts) {}

    /// Goes on with the fullest upload of this object whose parts are all this file's. Others of it are of
    /// another file, or empty and therefore of nobody knows which: they are given up.
    private Arrived begin(Map<String, String> metadata, boolean fresh) throws Exception {
        Arrived found = null;
        for (var candidate : candidates()) {
            if (!fresh && found == null && !candidate.parts().isEmpty()) {
                found = verified(candidate);
            }
            if (found == null || !found.upload().equals(candidate.upload())) {
                storage.giveUp(bucket, candidate.upload());
            }
        }
        if (found != null) {
            return found;
        }
        return new Arrived(new OpenUpload(object, storage.beginUpload(bucket, object, metadata)), Map.of(), Map.of());
    }

    private List<Candidate> candidates() {
        var candidates = new ArrayList<Candidate>();
        for (var upload : storage.openUploads(bucket)) {
            if (upload.object().equals(object)) {
                storage.parts(bucket, upload).ifPresent(parts -> candidates.add(new Candidate(upload, parts)));
            }
        }
        candidates.sort(
                Comparator.comparingInt((Candidate one) -> one.parts().size()).reversed());
        return candidates;
    }

    /// Null if a part is not what this file has in its place.
    private @Nullable Arrived verified(Candidate candidate) throws Exception {
        ConcurrentMap<Integer, String> etags = new ConcurrentHashMap<>();
        ConcurrentMap<Integer, String> md5s = new ConcurrentHashMap<>();
        var works = new ArrayList<Callable<@Nullable Void>>();
        for (var part : candidate.parts()) {
            works.add(() -> {
                if (part.number() > 0 && part.number() <= plan.count()) {
                    var piece = plan.piece(part.number());
                    if (piece.length() == part.size()
                            && file.md5(piece, _ -> progress.checkDeadline()).equals(part.md5())) {
                        etags.put(part.number(), part.etag());
                        md5s.put(part.number(), part.md5());
                    }
                }
                return null;
            });
        }
        workers.all(works);
        if (etags.size() < candidate.parts().size()) {
            return null;
        }
        etags.keySet().forEach(number -> progress.arrived(plan.piece(number).length()));
        return new Arrived(candidate.upload(), etags, md5s);
    }
}
