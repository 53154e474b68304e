package dev.freehold.lab.oracle.bucket;

import java.time.Instant;
import java.util.List;

/// One object as it stands.
///
/// @param md5 base64 of the content's MD5; of an object in parts, base64 of the MD5 of its parts' digests, a
///     dash and the number of parts
/// @param inParts whether it came by a multipart upload
public record StoredObject(
        String name,
        String md5,
        boolean inParts,
        String etag,
        Instant created,
        Instant modified,
        ObjectHeaders headers,
        List<Piece> pieces) {
    public StoredObject {
        pieces = List.copyOf(pieces);
    }

    public long bytes() {
        return pieces.stream().mapToLong(Piece::bytes).sum();
    }
}
