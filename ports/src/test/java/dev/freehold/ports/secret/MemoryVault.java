package dev.freehold.ports.secret;

import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// A vault for tests of what uses one.
public final class MemoryVault implements SecretVault {
    private record Kept(Secret value, Instant at) {}

    private final NavigableMap<SecretName, Kept> secrets = new ConcurrentSkipListMap<>();
    private final InstantSource clock;

    public MemoryVault(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Secret> read(SecretName name) {
        return Optional.ofNullable(secrets.get(name)).map(Kept::value);
    }

    @Override
    public void write(SecretName name, Secret value) {
        secrets.put(name, new Kept(value, clock.instant()));
    }

    @Override
    public boolean remove(SecretName name) {
        return secrets.remove(name) != null;
    }

    @Override
    public List<Entry> list() {
        return secrets.entrySet().stream()
                .map(secret -> new Entry(secret.getKey(), secret.getValue().at()))
                .toList();
    }
}
