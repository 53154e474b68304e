package dev.freehold.app.shell.wiring;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.driver.Unforeseen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The passphrase of an age identity that lies behind one: in the file that a variable names, or in a variable,
/// which the commands that read the vault take as well.
final class PassphraseFile {
    private static final String VARIABLE = "FREEHOLD_PASSPHRASE_FILE";
    private static final String ITSELF = "FREEHOLD_PASSPHRASE";

    private PassphraseFile() {}

    /// For drivers, which fail in the run's own words.
    ///
    /// @throws Unforeseen if there is none
    static Secret readForDriver(Path identity) {
        try {
            return read(identity);
        } catch (CommandError none) {
            throw new Unforeseen(String.join(" ", none.sentences()));
        }
    }

    /// @throws CommandError if the variable names no file that can be read
    static Secret read(Path identity) {
        var named = System.getenv(VARIABLE);
        if (named == null) {
            var itself = System.getenv(ITSELF);
            if (itself != null && !itself.isEmpty()) {
                return Secret.of(itself);
            }
            throw CommandError.usage(
                    "A passphrase is needed",
                    "The age identity " + identity
                            + " lies behind a passphrase. Write it into a file that you alone can"
                            + " read, and name that file in " + VARIABLE + ", or set " + ITSELF + ".",
                    null);
        }
        try {
            return Secret.of(Files.readString(Path.of(named)).strip());
        } catch (IOException unreadable) {
            throw CommandError.usage("A passphrase is needed", "The file " + named + " can't be read.", null);
        }
    }
}
