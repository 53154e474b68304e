package dev.freehold.adapters.local.secret;

import dev.freehold.ports.secret.Encryption;
import dev.freehold.ports.secret.EncryptionContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class AgeEncryptionTest implements EncryptionContract {
    @TempDir
    private Path folder;

    @Override
    public Encryption encryption() {
        return new AgeEncryption(new ASecretHome(folder.resolve("ours")).identity());
    }

    @Override
    public Encryption another() {
        var encryption = new AgeEncryption(new ASecretHome(folder.resolve("theirs")).identity());
        encryption.encrypt(new byte[0]);
        return encryption;
    }
}
