package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Files that a person names, outside of the home.
public final class UserFiles {
    private UserFiles() {}

    /// Replaces a file as a whole, with the rights that it had.
    public static void replace(Path file, byte[] content) {
        var aside = aside(file);
        try {
            write(aside, file, content);
        } catch (IOException failure) {
            throw unwritable(file, failure);
        } finally {
            delete(aside);
        }
    }

    /// Writes a file as a whole; a new one is its owner's alone.
    public static void writeForOwner(Path file, byte[] content) {
        var aside = aside(file);
        try {
            Files.createFile(
                    aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            write(aside, file, content);
        } catch (IOException failure) {
            throw unwritable(file, failure);
        } finally {
            delete(aside);
        }
    }

    private static Path aside(Path file) {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
    }

    private static void write(Path aside, Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (Files.exists(file)) {
                Files.setPosixFilePermissions(aside, Files.getPosixFilePermissions(file));
            }
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Problem unwritable(Path file, IOException failure) {
        return new Problem(
                ExitCode.FAILED, "A file can't be written", List.of(file + ": " + reason(failure) + '.'), null);
    }

    private static void delete(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException left) {
            // It holds nothing plain, and the next write of it takes it over.
        }
    }

    /// Why it could not be done, for a person.
    public static String reason(IOException why) {
        return switch (why) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(why.getMessage());
        };
    }
}
