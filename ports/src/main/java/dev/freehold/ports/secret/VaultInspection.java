package dev.freehold.ports.secret;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A look at everything secret that is kept for a target: what it is, how old, who may look, and whether it can be
/// read. Changes nothing.
public interface VaultInspection {

    /// In the paths' order; nothing if nothing is there.
    List<Finding> findings(Depth depth);

    /// How closely is looked.
    enum Depth {
        /// At names, times and rights: nobody is asked for anything.
        OUTSIDE,
        /// Each secret is decrypted as well, which may ask for a passphrase.
        OPENING
    }

    /// One file or folder.
    ///
    /// @param what in a few words
    /// @param mode as `ls` shows it; `?` where the file system has none
    /// @param readableBy recipients or identities that open it; empty for what is plain
    /// @param problems sentences, with what to do; empty if all is well
    record Finding(Path path, String what, String mode, Instant since, String readableBy, List<String> problems) {
        public Finding {
            problems = List.copyOf(problems);
        }
    }
}
