package dev.freehold.adapters.local.ssh;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// An Ed25519 key pair as RFC 8032 has it. Its `toString` shows neither half.
final class Ed25519KeyPair {
    private static final String ALGORITHM = "Ed25519";
    /// Of either half, in bytes.
    static final int LENGTH = 32;
    /// What precedes the public half in X.509's form (RFC 8410).
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] seed;
    private final byte[] publicHalf;

    private Ed25519KeyPair(byte[] seed, byte[] publicHalf) {
        this.seed = seed.clone();
        this.publicHalf = publicHalf.clone();
    }

    static Ed25519KeyPair random() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            var encoded = pair.getPublic().getEncoded();
            return new Ed25519KeyPair(seed, Arrays.copyOfRange(encoded, X509_HEAD.length, encoded.length));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }

    /// @throws UnreadableKey if the two do not belong together
    static Ed25519KeyPair of(byte[] seed, byte[] publicHalf) throws UnreadableKey {
        if (seed.length != LENGTH || publicHalf.length != LENGTH) {
            throw new UnreadableKey("holds halves that are not " + LENGTH + " bytes long");
        }
        var pair = new Ed25519KeyPair(seed, publicHalf);
        if (!pair.belongTogether()) {
            throw new UnreadableKey("holds a public half that does not belong to its private half");
        }
        return pair;
    }

    private boolean belongTogether() {
        try {
            // The JDK gives no public half for a private one; a signature shows that they are a pair.
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey());
            signature.update(publicHalf);
            var signed = signature.sign();
            signature.initVerify(publicKey());
            signature.update(publicHalf);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false; // not every 32 bytes are a point of the curve
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(X509_HEAD, X509_HEAD.length + LENGTH);
        System.arraycopy(publicHalf, 0, encoded, X509_HEAD.length, LENGTH);
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    byte[] seed() {
        return seed.clone();
    }

    byte[] publicHalf() {
        return publicHalf.clone();
    }
}
