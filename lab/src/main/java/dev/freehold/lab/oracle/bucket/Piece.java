package dev.freehold.lab.oracle.bucket;

/// A part of an object's content: the file that holds it, by number, and its bytes.
record Piece(long blob, long bytes) {
    Piece {
        if (blob < 0 || bytes < 0) {
            throw new IllegalArgumentException("no piece: blob " + blob + ", " + bytes + " bytes");
        }
    }
}
