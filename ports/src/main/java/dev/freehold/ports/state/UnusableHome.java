package dev.freehold.ports.state;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/// Freehold's folder, or a file in it, can't be read or written. The message is for a person, with what to
/// do.
public final class UnusableHome extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Path path;

    public UnusableHome(Path path, String message, Throwable cause) {
        super(message, cause);
        this.path = path;
    }

    public UnusableHome(Path path, String message) {
        super(message);
        this.path = path;
    }

    /// The file or folder that stands in the way.
    public Path path() {
        return path;
    }

    /// Why `path` could not be written, and what to do.
    public static UnusableHome unwritable(Path path, Exception why) {
        return because(path, "written", "written to", why);
    }

    /// Why `path` could not be read, and what to do.
    public static UnusableHome unreadable(Path path, Exception why) {
        return because(path, "read", "read", why);
    }

    private static UnusableHome because(Path path, String done, String toBe, Exception why) {
        return new UnusableHome(
                path,
                path + " can't be " + done + ": " + reason(why) + ".\nSee to it that it can be " + toBe
                        + ", or choose another folder with --home.",
                why);
    }

    private static String reason(Exception why) {
        return switch (why) {
            case AccessDeniedException _ -> "permission denied";
            case ReadOnlyFileSystemException _ -> "the file system is read-only";
            case NotDirectoryException _ -> "a part of its path is a file, not a folder";
            case NoSuchFileException _ -> "it is not there";
            case FileSystemException named
            when named.getReason() != null -> named.getReason().toLowerCase(Locale.ROOT);
            case IOException plain when plain.getMessage() != null -> plain.getMessage();
            default -> why.toString();
        };
    }
}
