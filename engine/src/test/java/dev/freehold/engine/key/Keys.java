package dev.freehold.engine.key;

import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.host.ChosenKey.Signer;
import dev.freehold.ports.host.SshPublicKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Public keys that differ, and what may be recorded of them.
final class Keys {
    static final SshPublicKey OLD = key("ssh-ed25519", 1, "old");
    static final SshPublicKey NEW = key("ssh-ed25519", 2, "new");
    static final SshPublicKey UNFIT = key("ecdsa-sha2-nistp256", 3, "unfit");

    private Keys() {}

    static SshPublicKey key(String type, int number, String comment) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var blob = ByteBuffer.allocate(Integer.BYTES + name.length + Integer.BYTES);
        blob.putInt(name.length).put(name).putInt(number);
        return SshPublicKey.of(blob.array(), comment);
    }

    static ChosenKey inAgent(SshPublicKey key) {
        return new ChosenKey(key, null, Signer.AGENT);
    }

    static RecordedKey nothing() {
        return new RecordedKey(Optional.empty(), List.of());
    }

    static RecordedKey oldOne(String... machines) {
        return new RecordedKey(Optional.of(OLD), List.of(machines));
    }
}
