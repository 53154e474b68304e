package dev.freehold.adapters.oci.profile;

import dev.freehold.ports.cloud.CloudCredentials.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// The private key that signs calls, in a PEM file of its owner's. Only its public half comes out of here.
public final class ApiKeyFile {
    /// Oracle asks for at least as many (its page "Required Keys and OCIDs").
    private static final int BITS = 2048;

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private ApiKeyFile() {}

    /// A new pair's private half, as the file is to hold it. Oracle's clients look for the label at its end, by
    /// which scanners know such a key.
    public static byte[] made() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var text =
                    pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded()) + "OCI_API_KEY\n";
            return text.getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has RSA", impossible);
        }
    }

    /// The public half of the key in `file`; empty if a passphrase protects it.
    ///
    /// @throws Unusable if it is not there, is no RSA key of enough bits, or is open to others
    public static Optional<RSAPublicKey> publicHalf(Path file) {
        try {
            if (isOpenToOthers(file)) {
                throw new Unusable("The key file " + file
                        + " may be read or written by others than its owner. Run\n    chmod 600 " + file);
            }
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            var key = publicHalf(PemKey.read(text, null));
            if (key.getModulus().bitLength() < BITS) {
                throw new Unusable(
                        "The key in " + file + " has " + key.getModulus().bitLength() + " bits, and Oracle asks for "
                                + BITS + ". Name another with --key-file.");
            }
            return Optional.of(key);
        } catch (NoSuchFileException missing) {
            throw new Unusable("There is no key file " + file + ".", missing);
        } catch (IOException unreadable) {
            throw new Unusable(
                    "The key file " + file + " can't be read (" + unreadable.getMessage() + ").", unreadable);
        } catch (PemKey.Unreadable no) {
            if (no.needsPassphrase()) {
                return Optional.empty();
            }
            throw new Unusable("There is no RSA private key in PEM in " + file + ", for it " + no.getMessage()
                    + "; and Freehold does not overwrite it. Move it away, or name another with --key-file.");
        }
    }

    static RSAPublicKey publicHalf(RSAPrivateCrtKey key) {
        try {
            if (KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    instanceof RSAPublicKey open) {
                return open;
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has RSA", impossible);
        }
        throw new IllegalStateException("An RSA key is no RSA key");
    }

    static boolean isOpenToOthers(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return false;
        }
        var shared = EnumSet.copyOf(OTHERS);
        shared.retainAll(view.readAttributes().permissions());
        return !shared.isEmpty();
    }

    /// MD5 of the SubjectPublicKeyInfo, as Oracle's console shows it.
    public static String fingerprint(RSAPublicKey key) {
        try {
            return HexFormat.ofDelimiter(":")
                    .formatHex(MessageDigest.getInstance("MD5").digest(key.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has MD5", impossible);
        }
    }

    static String pem(RSAPrivateCrtKey key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    public static String pem(RSAPublicKey key) {
        return pem("PUBLIC KEY", key.getEncoded());
    }

    private static String pem(String type, byte[] der) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }
}
