package dev.freehold.app.shell.action.spec;

import dev.freehold.app.shell.action.UserFiles;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.wiring.SpecSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The writing of a spec, whole or not at all, over nobody's without being told to, and never through a link: it
/// may have come with somebody else's repository, and lead anywhere.
public final class SpecFiles {
    private SpecFiles() {}

    /// @throws CommandError if one is there already, or it can't be written
    public static void write(Path file, String text) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw alreadyThere(file);
        }
        write(file, text, aside -> Files.move(aside, file));
    }

    /// The same, over the one that is there as well.
    ///
    /// @throws CommandError if it is a link, or can't be written
    static void overwrite(Path file, String text) {
        if (Files.isSymbolicLink(file)) {
            throw CommandError.usage(
                    "The spec is a link",
                    SpecSource.shortened(file)
                            + " is a symbolic link, and what it leads to was not touched. Name the file"
                            + " itself with --file, or remove the link.",
                    null);
        }
        write(
                file,
                text,
                aside -> Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    private interface Placing {
        void from(Path aside) throws IOException;
    }

    private static void write(Path file, String text, Placing placing) {
        var aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            // One that was left behind may be a link; a new one is made, or nothing is written.
            Files.deleteIfExists(aside);
            Files.writeString(
                    aside, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            placing.from(aside);
        } catch (FileAlreadyExistsException quicker) {
            throw alreadyThere(file);
        } catch (IOException failure) {
            throw CommandError.usage(
                    "The spec can't be written",
                    SpecSource.shortened(file) + ": " + UserFiles.reason(failure) + ".",
                    null);
        }
    }

    static CommandError alreadyThere(Path file) {
        return CommandError.usage(
                "A spec is there already",
                SpecSource.shortened(file)
                        + " was not touched. To overwrite it, add --force; to write another, name it with --file.",
                null);
    }
}
