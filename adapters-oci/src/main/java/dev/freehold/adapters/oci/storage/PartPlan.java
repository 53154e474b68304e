package dev.freehold.adapters.oci.storage;

import java.util.List;
import java.util.stream.IntStream;

/// How a file is cut into parts. The same size gives the same parts, so that an upload that was cut off can be
/// gone on with by whoever comes later.
///
/// @param size of the file, in bytes
/// @param partSize of every part but the last, in bytes
record PartPlan(long size, long partSize) {
    static final int MOST_PARTS = 10_000;
    private static final long MIB = 1 << 20;

    /// Large enough that a 2 GiB image takes 64 of the 50,000 free requests a month, small enough that a lost
    /// connection costs seconds on a home line.
    private static final long USUAL = 32 * MIB;

    PartPlan {
        if (size <= 0 || partSize <= 0 || (size + partSize - 1) / partSize > MOST_PARTS) {
            throw new IllegalArgumentException(size + " bytes can't be sent in parts of " + partSize);
        }
    }

    static PartPlan of(long size) {
        long least = (size + MOST_PARTS - 1) / MOST_PARTS;
        long rounded = (least + MIB - 1) / MIB * MIB;
        return new PartPlan(size, Math.max(USUAL, rounded));
    }

    /// One part.
    ///
    /// @param number counts from 1
    /// @param offset of its first byte
    record Piece(int number, long offset, long length) {}

    int count() {
        return (int) ((size + partSize - 1) / partSize);
    }

    /// How many requests a whole upload means: its parts, and what begins, commits and checks it.
    int requests() {
        return count() + 6;
    }

    Piece piece(int number) {
        long offset = (number - 1) * partSize;
        return new Piece(number, offset, Math.min(partSize, size - offset));
    }

    List<Piece> pieces() {
        return IntStream.rangeClosed(1, count()).mapToObj(this::piece).toList();
    }
}
