package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.secret.SecretBackups;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// [SecretBackups] of a target's `secrets/`, as age files behind a passphrase.
public record VaultBackups(TargetFolder folder) implements SecretBackups {
    @Override
    public List<Path> files() {
        return new VaultBackup(folder).files();
    }

    @Override
    public byte[] write(Secret passphrase, Instant now) {
        return new VaultBackup(folder).write(passphrase, now);
    }

    @Override
    public boolean isOne(byte[] file) {
        return OpenedBackup.isOne(file);
    }

    @Override
    public Optional<String> target(byte[] file) {
        return OpenedBackup.target(file);
    }

    @Override
    public Opened open(byte[] file, Secret passphrase) {
        return new VaultRestore(folder, OpenedBackup.of(file, passphrase));
    }
}
