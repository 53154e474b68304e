package dev.freehold.adapters.local.sops;

import dev.freehold.ports.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the rules for a document are: in its folder, or the nearest above it that still belongs to the same work.
/// A repository's root ends the search, and so do the user's home and what lies below a folder that others may
/// write to (where not all folders are such, as where a file system knows no modes): whoever puts rules there would
/// read what is encrypted by them.
///
/// @param rules the file of rules; empty if there is none
/// @param overlooked one of the name that `sops` overlooks as well
/// @param last the last folder that was looked into
record RulesSearch(Optional<Path> rules, Optional<Path> overlooked, Path last) {
    static final String NAME = ".sops.yaml";
    static final String OTHER_NAME = ".sops.yml";

    /// @param home of the user
    static RulesSearch above(Path document, Path home) {
        var absolute = document.toAbsolutePath().normalize();
        var folder = absolute.getParent() == null ? absolute : absolute.getParent();
        var owner = owner(folder);
        var overlooked = Optional.<Path>empty();
        while (true) {
            var rules = folder.resolve(NAME);
            if (Files.isRegularFile(rules)) {
                return new RulesSearch(Optional.of(rules), overlooked, folder);
            }
            var other = folder.resolve(OTHER_NAME);
            if (overlooked.isEmpty() && Files.isRegularFile(other)) {
                overlooked = Optional.of(other);
            }
            var above = folder.getParent();
            if (above == null
                    || folder.equals(home)
                    || Files.exists(folder.resolve(".git"))
                    || !sameOwner(owner, owner(above))
                    || (isOpen(above) && !isOpen(folder))) {
                return new RulesSearch(Optional.empty(), overlooked, folder);
            }
            folder = above;
        }
    }

    private static boolean sameOwner(@Nullable UserPrincipal one, @Nullable UserPrincipal other) {
        return one == null || one.equals(other);
    }

    private static @Nullable UserPrincipal owner(Path folder) {
        try {
            return Files.getOwner(folder);
        } catch (IOException | UnsupportedOperationException _) {
            return null;
        }
    }

    private static boolean isOpen(Path folder) {
        try {
            return PrivateFile.knowsModes(folder)
                    && Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException _) {
            return true;
        }
    }
}
