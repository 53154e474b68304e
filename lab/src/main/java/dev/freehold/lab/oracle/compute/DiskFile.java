package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.oracle.compute.ImageObjects.ImageObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The head of a disk image's file: what its first bytes say. QCOW2's head: magic, version, and at byte 24 the
/// virtual size, big-endian.
///
/// @param virtualBytes size of the disk that a machine would see
record DiskFile(long virtualBytes) {
    private static final int QCOW2_MAGIC = 0x514649FB;
    private static final byte[] VMDK_MAGIC = "KDMV".getBytes(StandardCharsets.US_ASCII);
    private static final int SECTOR_BYTES = 512;
    private static final int SHORTEST_HEAD = 32;

    /// Empty if it is no disk of that type.
    ///
    /// @param type QCOW2 or VMDK
    static Optional<DiskFile> read(ImageObject object, String type) {
        var head = object.head().duplicate();
        if (head.remaining() < SHORTEST_HEAD) {
            return Optional.empty();
        }
        if (type.equals("VMDK")) {
            var starts = ByteBuffer.wrap(VMDK_MAGIC).equals(head.slice(0, VMDK_MAGIC.length));
            var sectors = head.order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong(12);
            return starts ? Optional.of(new DiskFile(sectors * SECTOR_BYTES)) : Optional.empty();
        }
        return head.getInt(0) == QCOW2_MAGIC ? Optional.of(new DiskFile(head.getLong(24))) : Optional.empty();
    }
}
