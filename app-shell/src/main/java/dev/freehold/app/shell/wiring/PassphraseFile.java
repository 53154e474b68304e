package dev.freehold.app.shell.wiring;

import dev.freehold.app.shell.command.Problem;
import dev.freehold.domain.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The passphrase of an age identity that lies behind one: in the file that a variable names.
final class PassphraseFile {
    private static final String VARIABLE = "FREEHOLD_PASSPHRASE_FILE";

    private PassphraseFile() {}

    /// @throws Problem if the variable names no file that can be read
    static Secret read(Path identity) {
        var named = System.getenv(VARIABLE);
        if (named == null) {
            throw Problem.usage(
                    "A passphrase is needed",
                    "The age identity " + identity
                            + " lies behind a passphrase. Write it into a file that you alone can"
                            + " read, and name that file in " + VARIABLE + ".",
                    null);
        }
        try {
            return Secret.of(Files.readString(Path.of(named)).strip());
        } catch (IOException unreadable) {
            throw Problem.usage("A passphrase is needed", "The file " + named + " can't be read.", null);
        }
    }
}
