package dev.freehold.adapters.oci.storage;

import java.io.IOException;

/// A file is not what was built.
final class FileChanged extends IOException {
    private static final long serialVersionUID = 1;

    /// @param found its SHA-256
    FileChanged(String found) {
        super("it has the SHA-256 " + found);
    }
}
