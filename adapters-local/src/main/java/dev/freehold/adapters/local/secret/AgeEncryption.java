package dev.freehold.adapters.local.secret;

import dev.freehold.adapters.local.age.AgeFile;
import dev.freehold.ports.secret.Encryption;
import java.util.List;

/// Age files for a home's own identity, binary. `age -d -i IDENTITY` reads them as well.
public final class AgeEncryption implements Encryption {
    private final HomeIdentity identity;

    public AgeEncryption(HomeIdentity identity) {
        this.identity = identity;
    }

    @Override
    public byte[] encrypt(byte[] plain) {
        return AgeFile.encrypt(plain, List.of(identity.recipientOrNew()), AgeFile.Form.BINARY);
    }

    @Override
    public byte[] decrypt(byte[] encrypted) {
        return AgeFile.decrypt(encrypted, identity.identities());
    }
}
