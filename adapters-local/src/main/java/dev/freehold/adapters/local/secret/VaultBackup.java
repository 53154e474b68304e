package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.age.AgeFile;
import dev.freehold.adapters.local.home.AbandonedFiles;
import dev.freehold.adapters.local.home.LentFile;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.state.UnusableHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Everything in a target's `secrets/` in one text: first how to restore it, without Freehold, then an armored age
/// file behind a passphrase, which holds a zip archive.
final class VaultBackup {
    private static final int LINE = 72;

    private final TargetFolder target;

    VaultBackup(TargetFolder target) {
        this.target = target;
    }

    /// The files that a backup holds, in their order.
    List<Path> files() {
        var secrets = target.secrets();
        if (!Files.isDirectory(secrets)) {
            return List.of();
        }
        try (var all = Files.walk(secrets)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(AbandonedFiles.ASIDE))
                    .filter(file -> !secrets.relativize(file).toString().startsWith(LentFile.PREFIX))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw UnusableHome.unreadable(secrets, failure);
        }
    }

    /// @throws UnusableHome if a file can't be read
    byte[] write(Secret passphrase, Instant now) {
        var encrypted =
                new String(AgeFile.encrypt(archive(), passphrase, AgeFile.Form.ARMORED), StandardCharsets.US_ASCII);
        return (instructions(now) + encrypted).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] archive() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files()) {
                var name = target.secrets().relativize(file).toString().replace('\\', '/');
                var entry = new ZipEntry(name);
                // When a secret was set is its file's time.
                entry.setLastModifiedTime(Files.getLastModifiedTime(file));
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw UnusableHome.unreadable(target.secrets(), failure);
        }
        return bytes.toByteArray();
    }

    private String instructions(Instant now) {
        var folder = quoted(target.secrets().toString());
        return """
            The secrets of Freehold's target '%s', backed up at %s.
            %s
            What follows is encrypted with the passphrase that was chosen then. To restore
            it, where this file is named BACKUP:

                freehold --target %s secrets restore BACKUP

            Without Freehold, with the programs age and unzip, in the folder of this file:

                sed -n '/^-----BEGIN AGE/,$p' BACKUP | age -d > secrets.zip
                mkdir -p %s
                unzip -o secrets.zip -d %s
                chmod -R u=rwX,go= %s
                rm secrets.zip

            For another home put its folder there instead: HOME/%s/secrets. Then
            'freehold secrets doctor' says whether everything can be read.
            %s

            """.formatted(
                        target.path().getFileName(),
                        now.truncatedTo(ChronoUnit.SECONDS),
                        "-".repeat(LINE),
                        target.path().getFileName(),
                        folder,
                        folder,
                        folder,
                        target.path().getFileName(),
                        "-".repeat(LINE));
    }

    private static String quoted(String path) {
        return "'" + path.replace("'", "'\\''") + "'";
    }
}
