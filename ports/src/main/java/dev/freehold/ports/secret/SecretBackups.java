package dev.freehold.ports.secret;

import dev.freehold.domain.secret.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Backups of everything secret that is kept for a target: one file each, behind a passphrase.
public interface SecretBackups {

    /// The files that a backup of now would hold, in their order.
    List<Path> files();

    /// A backup of now. It begins with how to restore it.
    byte[] write(Secret passphrase, Instant now);

    /// Is that a backup, as far as can be seen without the passphrase?
    boolean isOne(byte[] file);

    /// Of which target the instructions say that it is; empty if they are gone.
    Optional<String> target(byte[] file);

    /// Reads and checks all of a backup, and restores nothing yet.
    ///
    /// @throws Undecryptable if the passphrase is another, or the file is not whole; its words end without a
    /// full
    ///     stop
    Opened open(byte[] file, Secret passphrase);

    /// A backup that can be restored to where it was made. Killed anywhere, the same restoring again ends it.
    interface Opened {
        /// How many files it holds.
        int size();

        /// The places of the files that are there and say something else, in order.
        List<String> conflicts();

        /// Adds what is missing. What is there stays as it is.
        Restored add();

        /// Puts the backup in the place of everything that is there, which is kept beside it.
        Restored replace();
    }

    /// What came of it.
    ///
    /// @param restored how many files were written
    /// @param aside where what was there lies now; absent if it stayed
    record Restored(int restored, @Nullable Path aside) {}
}
