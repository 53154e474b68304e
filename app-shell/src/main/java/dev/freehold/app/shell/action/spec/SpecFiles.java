package dev.freehold.app.shell.action.spec;

import dev.freehold.app.shell.command.Problem;
import dev.freehold.app.shell.wiring.SpecSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The writing of a spec, whole or not at all, and over nobody's without being told to.
public final class SpecFiles {
    private SpecFiles() {}

    /// @throws Problem if one is there already and `force` is not set, or it can't be written
    public static void write(Path file, String text, boolean force) {
        if (Files.exists(file) && !force) {
            throw alreadyThere(file);
        }
        var aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(aside, text, StandardCharsets.UTF_8);
            if (force) {
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(aside, file);
            }
        } catch (FileAlreadyExistsException quicker) {
            throw alreadyThere(file);
        } catch (IOException failure) {
            throw Problem.usage(
                    "The spec can't be written", SpecSource.shortened(file) + ": " + failure.getMessage() + ".", null);
        }
    }

    private static Problem alreadyThere(Path file) {
        return Problem.usage(
                "A spec is there already",
                SpecSource.shortened(file)
                        + " was not touched. To overwrite it, add --force; to write another, name it with --file.",
                null);
    }
}
