package dev.freehold.adapters.oci.state;

import dev.freehold.adapters.oci.storage.ObjectStorage.Condition;
import dev.freehold.domain.secret.Secret;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.ports.secret.Encryption;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.state.SharedSecrets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The shared vault: one encrypted object. Not even the names can be read without the identity.
public final class ObjectSecrets implements SharedSecrets {
    private static final int VERSION = 1;
    private static final int MOST = 10_000;

    private final BucketFolder place;
    private final SharedHead head;
    private final Encryption encryption;

    /// Which object was read last; absent if there was none.
    private @Nullable String seen;

    public ObjectSecrets(BucketFolder place, Encryption encryption) {
        this.place = place;
        this.head = new SharedHead(place);
        this.encryption = encryption;
    }

    @Override
    public List<Shared> read() {
        var object = head.read().secrets();
        seen = object;
        if (object == null) {
            return List.of();
        }
        var content = place.get(object)
                .orElseThrow(() -> new Undecryptable("The shared secrets " + object + " in " + place
                        + " are not there, although the head names them."));
        return decoded(encryption.decrypt(content.bytes()));
    }

    @Override
    public void write(List<Shared> secrets) {
        var before = seen;
        var object = SharedHead.freshName("secrets");
        place.put(object, encryption.encrypt(encoded(secrets)), new Condition.Absent());
        head.change(object, there -> {
            if (!Objects.equals(there.secrets(), before)) {
                throw new IllegalStateException(
                        "another computer has shared secrets in " + place + " meanwhile; do it again");
            }
            return there.withSecrets(object);
        });
        seen = object;
        if (before != null) {
            place.delete(before, new Condition.Always());
        }
    }

    private static byte[] encoded(List<Shared> secrets) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeInt(secrets.size());
            for (var secret : secrets) {
                out.writeUTF(secret.name().text());
                out.writeUTF(secret.setAt().toString());
                // Longer than writeUTF takes, for a secret may be a file.
                var value = secret.value().reveal().getBytes(StandardCharsets.UTF_8);
                out.writeInt(value.length);
                out.write(value);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private List<Shared> decoded(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readInt();
            int count = in.readInt();
            if (version != VERSION || count < 0 || count > MOST) {
                throw new IOException("version " + version);
            }
            var secrets = new ArrayList<Shared>();
            for (int at = 0; at < count; at++) {
                var name = new SecretName(in.readUTF());
                var setAt = Instant.parse(in.readUTF());
                int length = in.readInt();
                var value = Secret.of(new String(in.readNBytes(length), StandardCharsets.UTF_8));
                secrets.add(new Shared(name, setAt, value));
            }
            return List.copyOf(secrets);
        } catch (IOException | RuntimeException _) {
            // No cause: what could not be understood may be a part of a secret.
            throw new Undecryptable("The shared secrets in " + place
                    + " can't be understood. Use the Freehold that wrote them, or a newer one.");
        }
    }
}
