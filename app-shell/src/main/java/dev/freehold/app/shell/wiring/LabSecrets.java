package dev.freehold.app.shell.wiring;

import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.SecretVault;
import java.util.List;
import java.util.Optional;

/// A vault for practice: what a person would be asked for, and has not set, is made up once and kept.
///
/// @param vault where it is kept
record LabSecrets(SecretVault vault) implements SecretVault {
    /// The secrets of apps that nothing in the lab talks to.
    private static final List<String> MADE_UP = List.of("operator-oauth.", "grafana-cloud.");

    @Override
    public Optional<Secret> read(SecretName name) {
        var known = vault.read(name);
        if (known.isEmpty() && MADE_UP.stream().anyMatch(name.text()::startsWith)) {
            vault.write(name, Secret.of("made-up-for-the-lab:" + name.text()));
            return vault.read(name);
        }
        return known;
    }

    @Override
    public void write(SecretName name, Secret value) {
        vault.write(name, value);
    }

    @Override
    public boolean remove(SecretName name) {
        return vault.remove(name);
    }

    @Override
    public List<Entry> list() {
        return vault.list();
    }
}
