package dev.freehold.ports.secret;

import dev.freehold.ports.state.SampleEntries;
import java.time.Instant;

class MemoryVaultTest implements SecretVaultContract {
    private final SecretVault vault = new MemoryVault(this::now);

    @Override
    public SecretVault vault() {
        return vault;
    }

    @Override
    public Instant now() {
        return SampleEntries.AT;
    }
}
