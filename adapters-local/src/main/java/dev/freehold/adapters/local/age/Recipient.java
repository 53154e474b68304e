package dev.freehold.adapters.local.age;

import com.exceptionfactory.jagged.bech32.Bech32;
import java.util.Locale;

/// To whom something is encrypted: an X25519 public key, `age1...` in Bech32 (BIP 173). No secret.
public record Recipient(String text) {
    private static final String PREFIX = "age";

    /// Of Curve25519's points (RFC 7748).
    static final int KEY_BYTES = 32;

    /// @throws IllegalArgumentException if that is no X25519 recipient; in words for a person
    public Recipient {
        if (text.startsWith("age1pq1")) {
            throw new IllegalArgumentException(
                    shown(text) + " is a post-quantum recipient, which is not known here; use an X25519 one, age1...");
        }
        if (text.startsWith("ssh-")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is an SSH key, which is not taken here; use an age recipient, age1...");
        }
        if (!isOne(text)) {
            throw new IllegalArgumentException("'" + text
                    + "' is no age recipient; one begins with age1 and has 62 letters, as age-keygen -y prints it");
        }
    }

    static Recipient ofPublicKey(byte[] point) {
        return new Recipient(Bech32.getEncoder().encode(PREFIX, point).toString());
    }

    private static boolean isOne(String text) {
        if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        try {
            var address = Bech32.getDecoder().decode(text);
            return PREFIX.contentEquals(address.getHumanReadablePart()) && address.getData().length == KEY_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    // a post-quantum recipient has two thousand letters
    private static String shown(String text) {
        return "'" + text.substring(0, Math.min(16, text.length())) + "...'";
    }

    @Override
    public String toString() {
        return text;
    }
}
