package dev.freehold.lab.ssh;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.World;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/// The machines' host keys, each made when first asked for and kept in the world. RSA, which every client computes
/// with what the JDK has. They follow from the machines' ids, which come again when a world is
/// forgotten: clients that remember keys by them must not take the new machines for impostors.
final class HostKeys {
    static final String TYPE = "ssh-rsa";

    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2048;

    private static final String KIND = "machine-host-key";

    private final World world;

    HostKeys(World world) {
        this.world = world;
    }

    KeyPair of(String machineId) {
        var id = "host-key-of-" + machineId;
        var kept = world.change(tx -> tx.find(KIND, id)).orElseGet(() -> {
            var fresh = generated(machineId);
            return world.change(tx -> tx.find(KIND, id).orElseGet(() -> tx.create(id, KIND, "", "", fresh)));
        });
        return pair(kept);
    }

    private static ObjectNode generated(String machineId) {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            // This one alone takes all it knows from its seed.
            var random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(machineId.getBytes(StandardCharsets.UTF_8));
            generator.initialize(BITS, random);
            var pair = generator.generateKeyPair();
            var text = Base64.getEncoder();
            return Json.object()
                    .put("_private", text.encodeToString(pair.getPrivate().getEncoded()))
                    .put("_public", text.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }

    private static KeyPair pair(Resource kept) {
        try {
            var bytes = Base64.getDecoder();
            var factory = KeyFactory.getInstance(ALGORITHM);
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(bytes.decode(kept.text("_public")))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(bytes.decode(kept.text("_private")))));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("The host key " + kept.id() + " in the lab's world is damaged", damaged);
        }
    }
}
