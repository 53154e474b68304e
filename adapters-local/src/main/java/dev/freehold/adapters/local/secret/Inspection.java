package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.age.AgeFile;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.adapters.local.home.UnusableHome;
import dev.freehold.ports.secret.Undecryptable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Looks at everything in a target's `secrets/`: what it is, how old, who may look, and whether it can be read.
/// Changes nothing.
public final class Inspection {
    /// One file or folder.
    ///
    /// @param what in a few words
    /// @param mode as `ls` shows it; `?` where the file system has none
    /// @param readableBy recipients or identities that open it; empty for what is plain
    /// @param problems sentences, with what to do; empty if all is well
    public record Finding(
            Path path, String what, String mode, Instant since, String readableBy, List<String> problems) {
        public Finding {
            problems = List.copyOf(problems);
        }
    }

    private final TargetFolder target;
    private final HomeIdentity identity;
    private final boolean opening;

    /// @param opening whether each secret is decrypted, which may ask for a passphrase
    public Inspection(TargetFolder target, HomeIdentity identity, boolean opening) {
        this.target = target;
        this.identity = identity;
        this.opening = opening;
    }

    /// In the paths' order; nothing if nothing is there.
    public List<Finding> findings() {
        var secrets = target.secrets();
        if (!Files.isDirectory(secrets)) {
            return List.of();
        }
        try (var all = Files.walk(secrets)) {
            var findings = new ArrayList<Finding>();
            for (var path : all.sorted().toList()) {
                findings.add(finding(path));
            }
            return List.copyOf(findings);
        } catch (IOException failure) {
            throw UnusableHome.unreadable(secrets, failure);
        }
    }

    private Finding finding(Path path) throws IOException {
        var problems = new ArrayList<String>();
        var mode = mode(path, problems);
        var since = Files.getLastModifiedTime(path).toInstant();
        if (Files.isDirectory(path)) {
            return new Finding(path, "folder", mode, since, "", problems);
        }
        var place = target.secrets().relativize(path).toString().replace('\\', '/');
        var name = String.valueOf(path.getFileName());
        if (name.endsWith(PrivateFiles.ASIDE)) {
            problems.add("It was left by a command that was killed while writing. Remove it.");
            return new Finding(path, "left over", mode, since, "", problems);
        }
        if (place.equals(HomeIdentity.NAME)) {
            var what = identity.isProtected() ? "the vault's identity, behind a passphrase" : "the vault's identity";
            return new Finding(path, what, mode, since, recipient(problems), problems);
        }
        if (place.startsWith("vault/") && name.endsWith(".age")) {
            check(path, problems);
            return new Finding(path, "secret", mode, since, HomeIdentity.NAME, problems);
        }
        if (place.startsWith("age/")) {
            return new Finding(path, "age identity", mode, since, recipient(path, problems), problems);
        }
        return new Finding(path, plain(place), mode, since, "", problems);
    }

    private static String plain(String place) {
        if (place.equals(HomeIdentity.RECIPIENT)) {
            return "the vault's recipient";
        }
        return place.startsWith("ssh/") && place.endsWith(".chosen") ? "which SSH key of yours is used" : "file";
    }

    private String recipient(List<String> problems) {
        try {
            return identity.isProtected() && !opening
                    ? ""
                    : identity.recipient().text();
        } catch (Undecryptable damaged) {
            problems.add(String.valueOf(damaged.getMessage()));
            return "";
        }
    }

    private static String recipient(Path path, List<String> problems) throws IOException {
        try {
            return IdentityFile.read(Files.readAllBytes(path))
                    .getFirst()
                    .recipient()
                    .text();
        } catch (Undecryptable damaged) {
            problems.add("It holds no age identity: " + damaged.getMessage() + ". Put it back from a backup.");
            return "";
        }
    }

    private void check(Path path, List<String> problems) throws IOException {
        if (opening) {
            try {
                AgeFile.decrypt(Files.readAllBytes(path), identity.identities());
            } catch (Undecryptable damaged) {
                problems.add("It can't be read: " + damaged.getMessage()
                        + ". Put it back from a backup, or set the secret anew.");
            }
        }
    }

    private static String mode(Path path, List<String> problems) throws IOException {
        Set<PosixFilePermission> permissions;
        try {
            permissions = Files.getPosixFilePermissions(path);
        } catch (UnsupportedOperationException _) {
            return "?";
        }
        var mode = PosixFilePermissions.toString(permissions);
        // The public half of a key pair is for everybody.
        if (!mode.endsWith("------") && !path.toString().endsWith(".pub")) {
            problems.add("Others may look into it. Take that right away: chmod go= '" + path + "'");
        }
        return mode;
    }
}
