package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.Encryption;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.secret.VaultInFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Secrets as files, `secrets/vault/<name>.age`, each with nothing but the encrypted value in it; the file's time
/// says when it was set. Writers of different secrets do not meet, and of two writers of one the last wins whole.
public final class FileVault implements VaultInFiles {
    private static final String FOLDER = "vault";
    private static final String ENDING = ".age";

    private final SecretFolder files;
    private final InstantSource clock;
    private final Encryption encryption;

    /// Touches no file.
    ///
    /// @param clock when a secret is set; a timeline's `now`
    public FileVault(TargetFolder target, InstantSource clock, Encryption encryption) {
        this.files = new SecretFolder(target, target.secrets().resolve(FOLDER));
        this.clock = clock;
        this.encryption = encryption;
    }

    @Override
    public Path file(SecretName name) {
        return files.file(name + ENDING);
    }

    @Override
    public Optional<Secret> read(SecretName name) {
        return files.read(name + ENDING).map(content -> decrypted(name, content));
    }

    private Secret decrypted(SecretName name, byte[] content) {
        try {
            return Secret.of(new String(encryption.decrypt(content), StandardCharsets.UTF_8));
        } catch (Undecryptable | IllegalArgumentException damaged) {
            throw new Undecryptable(
                    "The secret '" + name + "' can't be read from " + file(name) + ": " + damaged.getMessage()
                            + ".\nThe file was left as it is. Put it back from a backup, or set the secret anew.",
                    damaged);
        }
    }

    @Override
    public void write(SecretName name, Secret value) {
        var content = encryption.encrypt(value.reveal().getBytes(StandardCharsets.UTF_8));
        // Not every file system keeps more than seconds.
        files.write(name + ENDING, content, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public boolean remove(SecretName name) {
        return files.remove(name + ENDING);
    }

    @Override
    public List<Entry> list() {
        var entries = new ArrayList<Entry>();
        for (var file : files.names().stream().sorted().toList()) {
            var name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
            if (SecretName.isWellFormed(name)) {
                // Empty if it was removed just now.
                files.at(file).ifPresent(at -> entries.add(new Entry(new SecretName(name), at)));
            }
        }
        entries.sort((one, other) -> one.name().compareTo(other.name()));
        return List.copyOf(entries);
    }
}
