package dev.freehold.lab.oracle.tenancy;

import dev.freehold.lab.file.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/// A private key and a configuration file that Oracle's clients can use as they are. The key is made once.
public record ClientFiles(Path key, Path config) {
    private static final int KEY_BITS = 2048;

    public static ClientFiles in(Path folder) {
        return new ClientFiles(
                folder.resolve("oci").resolve("key.pem"), folder.resolve("oci").resolve("config"));
    }

    /// The public half of the key, which is made if it is not there.
    public PublicKey publicKey() throws IOException {
        OwnerOnly.folder(key.resolveSibling(""));
        try {
            if (!Files.exists(key)) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(KEY_BITS);
                write(
                        key,
                        pem(
                                "PRIVATE KEY",
                                generator.generateKeyPair().getPrivate().getEncoded()));
            }
            var base64 = Files.readString(key).replaceAll("-----[^-]+-----", "").replaceAll("\\s", "");
            var factory = KeyFactory.getInstance("RSA");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            if (factory.generatePrivate(spec) instanceof RSAPrivateCrtKey secret) {
                return factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            }
            throw new GeneralSecurityException("not an RSA key with its public half");
        } catch (GeneralSecurityException | IllegalArgumentException cause) {
            throw new IOException("The lab's key " + key + " can't be read. Remove it, and a new one is made.", cause);
        }
    }

    public void writeConfig(Tenancy tenancy, String fingerprint) throws IOException {
        write(config, """
            [DEFAULT]
            user=%s
            fingerprint=%s
            tenancy=%s
            region=%s
            key_file=%s
            """.formatted(
                tenancy.userId(), fingerprint, tenancy.id(), tenancy.region().name(), key));
    }

    public static String pem(String type, byte[] der) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }

    private static void write(Path path, String content) throws IOException {
        OwnerOnly.write(path, content.getBytes(StandardCharsets.UTF_8));
    }
}
