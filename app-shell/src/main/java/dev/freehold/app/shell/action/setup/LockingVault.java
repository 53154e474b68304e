package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.action.WriteRight;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.SecretVault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A vault, each writing to which has the right to write for as long as it takes.
record LockingVault(SecretVault vault, Invocation invocation, Stage stage) implements SecretVault {
    @Override
    public Optional<Secret> read(SecretName name) {
        return vault.read(name);
    }

    @Override
    public void write(SecretName name, Secret value) {
        WriteRight.during(invocation, stage, () -> vault.write(name, value));
    }

    @Override
    public boolean remove(SecretName name) {
        var removed = new AtomicBoolean();
        WriteRight.during(invocation, stage, () -> removed.set(vault.remove(name)));
        return removed.get();
    }

    @Override
    public List<Entry> list() {
        return vault.list();
    }
}
