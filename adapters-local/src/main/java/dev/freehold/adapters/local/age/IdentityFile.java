package dev.freehold.adapters.local.age;

import dev.freehold.domain.secret.Secret;
import dev.freehold.ports.secret.Undecryptable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The content of a file of identities, as `age-keygen` writes and `age -i` reads it: one a line, and comments. As
/// a whole it may be encrypted with a passphrase, as by `age -p`.
public final class IdentityFile {
    private IdentityFile() {}

    /// The file of one identity, plain.
    ///
    /// @param since when it was made
    public static byte[] of(Identity identity, Instant since) {
        var text = "# created: " + since.truncatedTo(ChronoUnit.SECONDS) + "\n# public key: " + identity.recipient()
                + '\n' + identity.text().reveal() + '\n';
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Whether a passphrase is needed to read it.
    public static boolean isProtected(byte[] content) {
        return AgeFile.isOne(content);
    }

    /// The same identities behind a passphrase, in armor.
    public static byte[] withPassphrase(byte[] plain, Secret passphrase) {
        return AgeFile.encrypt(plain, passphrase, AgeFile.Form.ARMORED);
    }

    /// Those of other kinds, which others may use from the same file, are overlooked.
    ///
    /// @throws Undecryptable if there is none in it that can be used here, or a line is none; in words for a
    ///     person, the file's name to be put before them
    public static List<Identity> read(byte[] plain) {
        var identities = new ArrayList<Identity>();
        var overlooked = new TreeSet<String>();
        int number = 0;
        for (var line : new String(plain, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            var words = line.strip();
            var other = otherKind(words);
            if (other != null) {
                overlooked.add(other);
            } else if (!words.isEmpty() && !words.startsWith("#")) {
                try {
                    identities.add(Identity.parse(words));
                } catch (IllegalArgumentException malformed) {
                    throw new Undecryptable("its line " + number + " is " + malformed.getMessage(), malformed);
                }
            }
        }
        if (identities.isEmpty()) {
            throw new Undecryptable("it holds no identity"
                    + (overlooked.isEmpty() ? "" : " that can be used here, but " + String.join(" and ", overlooked))
                    + "; one begins with AGE-SECRET-KEY-1");
        }
        return List.copyOf(identities);
    }

    /// What `age` knows beside the identities that are known here, in words; absent if that is none of them.
    private static @Nullable String otherKind(String line) {
        if (line.startsWith("AGE-PLUGIN-")) {
            return "one of a plugin (AGE-PLUGIN-...)";
        }
        return line.startsWith("AGE-SECRET-KEY-PQ-1") ? "a post-quantum one (AGE-SECRET-KEY-PQ-1...)" : null;
    }

    /// The same of a file that may be protected.
    ///
    /// @throws Undecryptable as the other, or if the passphrase is another one
    public static List<Identity> read(byte[] content, Secret passphrase) {
        return read(isProtected(content) ? AgeFile.decrypt(content, passphrase) : content);
    }
}
