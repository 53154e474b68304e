package dev.freehold.adapters.oci.state;

import dev.freehold.adapters.local.age.AgeFile;
import dev.freehold.adapters.local.age.Identity;
import dev.freehold.ports.secret.Encryption;
import java.util.List;

/// Encryption with an identity that no file has.
final class AgeForTests implements Encryption {
    private final Identity identity = Identity.generate();

    @Override
    public byte[] encrypt(byte[] plain) {
        return AgeFile.encrypt(plain, List.of(identity.recipient()), AgeFile.Form.BINARY);
    }

    @Override
    public byte[] decrypt(byte[] encrypted) {
        return AgeFile.decrypt(encrypted, List.of(identity));
    }
}
