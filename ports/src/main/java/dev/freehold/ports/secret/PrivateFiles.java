package dev.freehold.ports.secret;

import java.io.IOException;
import java.nio.file.Path;

/// Files anywhere on this computer that hold something secret: their owner's alone from their first byte on, where
/// the file system knows rights.
public interface PrivateFiles {

    /// Puts `content` in the place of `file`: whoever reads it sees the old content or the new. A file that is
    /// there keeps the rights that it has; a link stays one, and the file behind it is replaced. A file with
    /// more than one name is written to, so that the others have the new content too.
    void write(Path file, byte[] content) throws IOException;

    /// A new file in the home, for another program to change, until it is closed. What an earlier process left
    /// of its own when it was killed is removed first.
    ///
    /// @param name what the file is called
    Lent lend(String name, byte[] content) throws IOException;

    /// A file that goes, with whatever another program put beside it, once it is closed.
    interface Lent extends AutoCloseable {
        Path file();

        @Override
        void close() throws IOException;
    }
}
