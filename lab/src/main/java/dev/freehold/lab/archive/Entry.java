package dev.freehold.lab.archive;

import java.nio.charset.StandardCharsets;

/// One file or folder of an archive.
///
/// @param name with a slash at its end if it is a folder
/// @param mode permission bits
/// @param text of a file; empty for a folder
public record Entry(String name, int mode, String text) {
    public static Entry file(String name, String text) {
        return new Entry(name, 0644, text);
    }

    public static Entry program(String name, String text) {
        return new Entry(name, 0755, text);
    }

    public static Entry folder(String name) {
        return new Entry(name, 0755, "");
    }

    boolean isFolder() {
        return name.endsWith("/");
    }

    /// In UTF-8.
    public byte[] content() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
