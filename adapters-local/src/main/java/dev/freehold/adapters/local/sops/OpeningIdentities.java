package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.ports.file.PrivateFile;
import dev.freehold.ports.secret.Passphrases;
import dev.freehold.ports.secret.Undecryptable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The identities that are at hand to open a document, and what is to be said of their files.
final class OpeningIdentities {
    /// A file of identities has a line for each.
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Passphrases passphrases;
    private final List<Identity> identities = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    OpeningIdentities(Passphrases passphrases) {
        this.passphrases = passphrases;
    }

    List<Identity> identities() {
        return List.copyOf(identities);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    void add(List<Identity> others) {
        identities.addAll(others);
    }

    /// Those of a file.
    ///
    /// @throws Undecryptable if it holds none that can be used
    void read(Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MOST_BYTES + 1);
        }
        if (content.length > MOST_BYTES) {
            throw new Undecryptable("it is larger than 16 MiB, the most that is read");
        }
        var read = IdentityFile.isProtected(content)
                ? IdentityFile.read(content, passphrases.of(file))
                : IdentityFile.read(content);
        identities.addAll(read);
        warnOf(file);
    }

    /// What others may read opens everything that it opens for its owner.
    void warnOf(Path file) {
        if (PrivateFile.isOpenToOthers(file)) {
            remarks.add("others may read " + file + ", and what it opens with it; take that right away: chmod go= '"
                    + file + "'");
        }
    }

    /// Those of a file that need not be there, for another may fit. Where none does, it is said why this did
    /// not.
    void readIfPossible(Path file) {
        try {
            read(file);
        } catch (NoSuchFileException _) {
            missing.add(file + " is not there");
        } catch (AccessDeniedException _) {
            missing.add(file + " may not be read");
        } catch (IOException unreadable) {
            missing.add(file + " can't be read: " + unreadable.getMessage());
        } catch (Undecryptable none) {
            missing.add(file + ": " + none.getMessage());
        }
    }

    /// The plain document.
    ///
    /// @throws Undecryptable as [SopsFile#decrypt], and names the files that could not be read
    byte[] open(SopsFile document) {
        try {
            return document.decrypt(identities);
        } catch (Undecryptable closed) {
            if (missing.isEmpty() || document.isFor(identities)) {
                throw closed;
            }
            throw new Undecryptable(closed.getMessage() + " Not used: " + String.join("; ", missing) + '.', closed);
        }
    }
}
