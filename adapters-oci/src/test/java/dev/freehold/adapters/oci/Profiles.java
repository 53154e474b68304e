package dev.freehold.adapters.oci;

import dev.freehold.adapters.oci.profile.ProfileLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// OCI configuration files with a key that signs, as a user has them.
public final class Profiles {
    public static final String TENANCY = "ocid1.tenancy.oc1..aaaatenancy";
    public static final String USER = "ocid1.user.oc1..aaaauser";
    public static final String REGION = "eu-frankfurt-1";

    /// One for all tests: making one takes long.
    static final KeyPair KEY = key();

    /// For the lab, which takes any size: signing is most of what a request costs, and four times as cheap with
    /// this one.
    static final KeyPair LAB_KEY = key(1024);

    private Profiles() {}

    public static OciProfile writtenIn(Path folder, URI endpoint) {
        return OciProfile.of(locatedIn(folder, endpoint).file(), "DEFAULT").withEndpoint(endpoint);
    }

    /// Likewise, as what reads it is told of it.
    public static ProfileLocation locatedIn(Path folder, URI endpoint) {
        try {
            var key = Files.writeString(folder.resolve("key.pem"), pem());
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            var file = Files.writeString(folder.resolve("config"), text());
            return new ProfileLocation(file, "DEFAULT", null, endpoint);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The key that a lab in that folder is to give its clients: making one takes long.
    static void writtenKey(Path folder) {
        try {
            var key = Files.createDirectories(folder.resolve("oci")).resolve("key.pem");
            Files.setPosixFilePermissions(
                    Files.writeString(key, labPem()), PosixFilePermissions.fromString("rw-------"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static String text() {
        return "[DEFAULT]\nuser=" + USER + "\nfingerprint=" + fingerprint() + "\ntenancy=" + TENANCY + "\nregion="
                + REGION + "\nkey_file=key.pem\n";
    }

    public static String pem() {
        return pem(KEY);
    }

    /// Of the key that a lab gives its clients.
    static String labPem() {
        return pem(LAB_KEY);
    }

    private static String pem(KeyPair key) {
        var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n";
    }

    /// In one line, as JSON has it.
    static String publicPem(KeyPair key) {
        var encoded = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\\n" + encoded + "\\n-----END PUBLIC KEY-----\\n";
    }

    public static String fingerprint() {
        return fingerprint(KEY);
    }

    static String fingerprint(KeyPair key) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(key.getPublic().getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static KeyPair key() {
        return key(2048);
    }

    private static KeyPair key(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
