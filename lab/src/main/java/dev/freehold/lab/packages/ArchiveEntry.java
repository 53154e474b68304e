package dev.freehold.lab.packages;

import java.nio.charset.StandardCharsets;

/// One file or folder of an archive.
///
/// @param name with a slash at its end if it is a folder
/// @param mode permission bits
/// @param text of a file; empty for a folder
record ArchiveEntry(String name, int mode, String text) {
    static ArchiveEntry file(String name, String text) {
        return new ArchiveEntry(name, 0644, text);
    }

    static ArchiveEntry program(String name, String text) {
        return new ArchiveEntry(name, 0755, text);
    }

    static ArchiveEntry folder(String name) {
        return new ArchiveEntry(name, 0755, "");
    }

    boolean isFolder() {
        return name.endsWith("/");
    }

    /// In UTF-8.
    byte[] content() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
