package dev.freehold.adapters.local.age;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import dev.freehold.domain.secret.Secret;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Locale;
import javax.crypto.KeyAgreement;

/// Who can decrypt: an X25519 secret key, `AGE-SECRET-KEY-1...`.
public final class Identity {
    private static final String PREFIX = "age-secret-key-";

    private final Secret text;
    private final Recipient recipient;

    private Identity(Secret text, Recipient recipient) {
        this.text = text;
        this.recipient = recipient;
    }

    /// A new one, from the operating system's randomness.
    public static Identity generate() {
        var scalar = new byte[Recipient.KEY_BYTES];
        new SecureRandom().nextBytes(scalar);
        var text = Bech32.getEncoder().encode(PREFIX, scalar).toString();
        return new Identity(Secret.of(text.toUpperCase(Locale.ROOT)), recipient(scalar));
    }

    /// Reads what [#text] gives.
    ///
    /// @throws IllegalArgumentException if that is no X25519 identity; tells nothing of it
    public static Identity parse(String text) {
        return new Identity(Secret.of(text), recipient(scalar(text)));
    }

    private static byte[] scalar(String text) {
        try {
            if (text.equals(text.toUpperCase(Locale.ROOT))) {
                var address = Bech32.getDecoder().decode(text);
                var prefix = address.getHumanReadablePart().toString();
                if (prefix.toLowerCase(Locale.ROOT).equals(PREFIX) && address.getData().length == Recipient.KEY_BYTES) {
                    return address.getData();
                }
            }
        } catch (IllegalArgumentException _) {
            // said below, without the text: a mistyped identity is still most of one
        }
        throw new IllegalArgumentException("not an age identity; one begins with AGE-SECRET-KEY-1 and has 74 letters");
    }

    /// The public key of a secret one: the scalar times the base point, whose coordinate is 9 (RFC 7748, 4.1).
    private static Recipient recipient(byte[] scalar) {
        try {
            var agreement = KeyAgreement.getInstance("X25519");
            var keys = KeyFactory.getInstance("X25519");
            agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
            var base = (XECPublicKey)
                    keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BigInteger.valueOf(9)));
            agreement.doPhase(base, true);
            return Recipient.ofPublicKey(agreement.generateSecret());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no X25519", impossible);
        }
    }

    public Recipient recipient() {
        return recipient;
    }

    /// The identity itself, for the file that holds it.
    public Secret text() {
        return text;
    }

    RecipientStanzaReader reader() throws GeneralSecurityException {
        return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(text.reveal());
    }

    @Override
    public String toString() {
        return "the identity of " + recipient;
    }
}
