package dev.freehold.ports.secret;

import java.io.IOException;
import java.nio.file.Path;

/// Files anywhere on this computer that hold something secret: their owner's alone from their first byte on, where
/// the file system knows rights.
public interface PrivateFiles {

    /// Puts `content` in the place of `file`: whoever reads it sees the old content or the new. A file that is
    /// there keeps the rights that it has.
    void write(Path file, byte[] content) throws IOException;

    /// A new file in the home, for another program to change. Whoever asked for it removes it.
    ///
    /// @param name what the file's name ends in
    Path lend(String name, byte[] content) throws IOException;
}
