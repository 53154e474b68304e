package dev.freehold.adapters.images;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The header of a QCOW2 file.
///
/// Source: QEMU, `docs/interop/qcow2.txt`, section Header.
///
/// @param virtualSize of the disk in it, in bytes
record Qcow2(long virtualSize) {
    private static final int MAGIC = 0x514649fb;

    /// @throws IOException if it is not QCOW2, stands on another file, or is encrypted: no cloud takes it then
    static Qcow2 of(Path file) throws IOException {
        try (var header = new DataInputStream(Files.newInputStream(file))) {
            if (header.readInt() != MAGIC) {
                throw new IOException(file.getFileName() + " is no QCOW2 file");
            }
            int version = header.readInt();
            long backing = header.readLong();
            header.readInt(); // The length of the other file's name.
            header.readInt(); // The bits of a cluster.
            long size = header.readLong();
            int encryption = header.readInt();
            if (version < 2 || version > 3) {
                throw new IOException(file.getFileName() + " is QCOW2 of version " + version);
            }
            if (backing != 0) {
                throw new IOException(file.getFileName() + " stands on another file");
            }
            if (encryption != 0) {
                throw new IOException(file.getFileName() + " is encrypted");
            }
            return new Qcow2(size);
        } catch (EOFException cut) {
            throw new IOException(file.getFileName() + " ends within its header", cut);
        }
    }
}
