package dev.freehold.lab.oracle.bucket;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A part that a commit names.
public record PartToCommit(int number, String etag) {
    /// The parts of `upload` that are `wanted`, as the object has them.
    ///
    /// @throws BucketRefusal if none is named, or one is not there, changed, or not in ascending order
    static List<UploadedPart> choose(OpenUpload upload, List<PartToCommit> wanted) {
        if (wanted.isEmpty()) {
            throw new BucketRefusal(BucketRefusal.Why.INVALID, "partsToCommit must name at least one part");
        }
        var chosen = new ArrayList<UploadedPart>();
        for (var part : wanted) {
            if (!chosen.isEmpty() && part.number() <= chosen.getLast().number()) {
                throw new BucketRefusal(
                        BucketRefusal.Why.INVALID_PART,
                        "Parts must be in ascending order; " + part.number() + " is not");
            }
            chosen.add(upload.part(part.number())
                    .filter(there -> there.etag().equals(part.etag()))
                    .orElseThrow(() -> new BucketRefusal(
                            BucketRefusal.Why.INVALID_PART,
                            "Part " + part.number() + " was not uploaded, or with another etag")));
        }
        return chosen;
    }

    static String md5(List<UploadedPart> parts) {
        var digest = Blobs.md5();
        parts.forEach(part -> digest.update(part.content().digest()));
        return Base64.getEncoder().encodeToString(digest.digest()) + "-" + parts.size();
    }
}
