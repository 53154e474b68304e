package dev.freehold.lab.oracle.bucket;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A bucket's open multipart uploads. Guarded by the bucket's lock.
final class Uploads {
    private static final int MOST_PARTS = 10_000;

    private final RecordFiles<OpenUpload> files;
    private final Map<String, OpenUpload> byId = new HashMap<>();

    /// @param committed blobs that belong to objects: an upload that holds one of them was committed
    Uploads(RecordFiles<OpenUpload> files, List<OpenUpload> open, Set<Long> committed) {
        this.files = files;
        for (var upload : open) {
            if (upload.parts().stream()
                    .anyMatch(part -> committed.contains(part.content().piece().blob()))) {
                files.delete(upload.id());
            } else {
                byId.put(upload.id(), upload);
            }
        }
    }

    OpenUpload open(String object, ObjectHeaders headers, Instant now) {
        var upload = new OpenUpload(UUID.randomUUID().toString(), object, now, headers, List.of());
        files.write(upload.id(), upload);
        byId.put(upload.id(), upload);
        return upload;
    }

    OpenUpload get(String object, String id) {
        var upload = byId.get(id);
        if (upload == null || !upload.object().equals(object)) {
            throw new BucketRefusal(BucketRefusal.Why.NO_UPLOAD, "No such upload of '" + object + "'");
        }
        return upload;
    }

    UploadedPart add(String object, String id, int number, ReceivedContent content) {
        var upload = get(object, id);
        if (number < 1 || number > MOST_PARTS) {
            throw new BucketRefusal(
                    BucketRefusal.Why.INVALID, "uploadPartNum is " + number + "; it goes from 1 to " + MOST_PARTS);
        }
        var part = new UploadedPart(number, UUID.randomUUID().toString(), content);
        var more = upload.with(part);
        files.write(id, more);
        byId.put(id, more);
        return part;
    }

    void close(OpenUpload upload) {
        files.delete(upload.id());
        byId.remove(upload.id());
    }

    List<OpenUpload> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(OpenUpload::object, ObjectNames.ORDER)
                        .thenComparing(OpenUpload::created))
                .toList();
    }
}
