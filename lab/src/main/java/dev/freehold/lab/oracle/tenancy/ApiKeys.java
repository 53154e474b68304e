package dev.freehold.lab.oracle.tenancy;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.SigningKeys;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The public keys of the tenancy's users, as the world holds them.
public final class ApiKeys implements SigningKeys {
    /// A resource's id is the key's id on the wire: tenancy, user and fingerprint.
    public static final String KIND = "apikey";

    private final World world;
    /// Reading a key takes longer than checking a signature.
    private final Map<String, PublicKey> read = new ConcurrentHashMap<>();

    public ApiKeys(World world) {
        this.world = world;
    }

    @Override
    public Optional<PublicKey> find(String keyId) {
        return world.change(tx -> tx.find(KIND, keyId))
                .map(key -> read.computeIfAbsent(key.text("keyValue"), ApiKeys::publicKey));
    }

    /// Lets a user sign with one more key. Nothing changes if it may already.
    ///
    /// @param key PEM
    /// @throws IllegalArgumentException if it is no public key
    public static String add(Tx tx, String tenancyId, String userId, String key) {
        var fingerprint = fingerprint(publicKey(key));
        var id = String.join("/", tenancyId, userId, fingerprint);
        if (tx.find(id).isEmpty()) {
            tx.create(
                    id,
                    KIND,
                    "",
                    "ACTIVE",
                    Json.object()
                            .put("keyId", id)
                            .put("keyValue", key)
                            .put("fingerprint", fingerprint)
                            .put("userId", userId));
        }
        return id;
    }

    /// MD5 of the key's DER, as pairs of hex digits.
    public static String fingerprint(PublicKey key) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(key.getEncoded());
            var pairs = new ArrayList<String>();
            for (var one : digest) {
                pairs.add(HexFormat.of().toHexDigits(one));
            }
            return String.join(":", pairs);
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("Every JDK has MD5", cause);
        }
    }

    private static PublicKey publicKey(String pem) {
        try {
            var base64 = pem.replaceAll("-----[^-]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException cause) {
            throw new IllegalArgumentException("That is no RSA public key in PEM", cause);
        }
    }
}
