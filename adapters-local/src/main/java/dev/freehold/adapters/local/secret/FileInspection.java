package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.age.AgeFile;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.adapters.local.home.AbandonedFiles;
import dev.freehold.adapters.local.home.LentFile;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.secret.VaultInspection;
import dev.freehold.ports.state.UnusableHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// [VaultInspection] of everything in a target's `secrets/`.
public final class FileInspection implements VaultInspection {
    private final TargetFolder target;
    private final HomeIdentity identity;

    public FileInspection(TargetFolder target, HomeIdentity identity) {
        this.target = target;
        this.identity = identity;
    }

    @Override
    public List<Finding> findings(Depth depth) {
        var secrets = target.secrets();
        if (!Files.isDirectory(secrets)) {
            return List.of();
        }
        try (var all = Files.walk(secrets)) {
            var findings = new ArrayList<Finding>();
            for (var path : all.sorted().toList()) {
                findings.add(finding(path, depth));
            }
            return List.copyOf(findings);
        } catch (IOException failure) {
            throw UnusableHome.unreadable(secrets, failure);
        }
    }

    private Finding finding(Path path, Depth depth) throws IOException {
        var problems = new ArrayList<String>();
        var mode = mode(path, problems);
        var since = Files.getLastModifiedTime(path).toInstant();
        var place = target.secrets().relativize(path).toString().replace('\\', '/');
        if (place.startsWith(LentFile.PREFIX)) {
            return new Finding(path, lent(path, place, problems), mode, since, "", problems);
        }
        if (Files.isDirectory(path)) {
            return new Finding(path, "folder", mode, since, "", problems);
        }
        var name = String.valueOf(path.getFileName());
        if (name.endsWith(AbandonedFiles.ASIDE)) {
            problems.add("It was left by a command that was killed while writing. Remove it.");
            return new Finding(path, "left over", mode, since, "", problems);
        }
        if (place.equals(HomeIdentity.NAME)) {
            var what = identity.isProtected() ? "the vault's identity, behind a passphrase" : "the vault's identity";
            return new Finding(path, what, mode, since, recipient(depth, problems), problems);
        }
        if (place.startsWith("vault/") && name.endsWith(".age")) {
            check(path, depth, problems);
            return new Finding(path, "secret", mode, since, HomeIdentity.NAME, problems);
        }
        if (place.startsWith("age/")) {
            return new Finding(path, "age identity", mode, since, recipient(path, problems), problems);
        }
        return new Finding(path, plain(place), mode, since, "", problems);
    }

    private static String lent(Path path, String place, List<String> problems) {
        if (!AbandonedFiles.isLeft(place.substring(LentFile.PREFIX.length()))) {
            return "being edited";
        }
        if (!place.contains("/")) {
            problems.add("It was left by a command that was killed while a document was edited, and holds it in plain."
                    + " The next 'secrets edit' removes it, or do so now: rm -r '" + path + "'");
        }
        return "left over, plain";
    }

    private static String plain(String place) {
        if (place.equals(HomeIdentity.RECIPIENT)) {
            return "the vault's recipient";
        }
        return place.startsWith("ssh/") && place.endsWith(".chosen") ? "which SSH key of yours is used" : "file";
    }

    private String recipient(Depth depth, List<String> problems) {
        try {
            return identity.isProtected() && depth == Depth.OUTSIDE ? "" : identity.recipient();
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

    private void check(Path path, Depth depth, List<String> problems) throws IOException {
        if (depth == Depth.OPENING) {
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
