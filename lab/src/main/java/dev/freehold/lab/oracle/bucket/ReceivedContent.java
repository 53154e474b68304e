package dev.freehold.lab.oracle.bucket;

import java.util.Base64;

/// Content that has arrived and belongs to nothing yet: to be stored, or discarded.
///
/// @param md5 base64, as the `Content-MD5` header has it
public record ReceivedContent(Piece piece, String md5) {
    public long bytes() {
        return piece.bytes();
    }

    byte[] digest() {
        return Base64.getDecoder().decode(md5);
    }
}
