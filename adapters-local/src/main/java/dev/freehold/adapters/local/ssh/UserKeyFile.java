package dev.freehold.adapters.local.ssh;

import dev.freehold.ports.host.SshPublicKey;
import dev.freehold.ports.host.UserKeyFiles;
import dev.freehold.ports.host.UserKeyFiles.UserKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// Looks at a private key file of the user's own: whether it is one, of a kind that can be used, and in order.
public final class UserKeyFile {
    /// In bits; NIST SP 800-131A has allowed no shorter ones since 2014.
    private static final int SHORTEST_RSA = 2048;

    /// In bytes; an RSA key of 16,384 bits takes about 12,000.
    private static final int LONGEST = 64 * 1024;

    private UserKeyFile() {}

    /// That file can't be used.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(Path file, String why) {
            super(file + " " + why);
        }

        /// Sentences, with what to do.
        String words() {
            return String.valueOf(getMessage());
        }
    }

    /// What [UserKeyFiles] says of a file.
    public static UserKeyFiles.Reading look(Path file) {
        try {
            return read(file);
        } catch (Unusable no) {
            return new UserKeyFiles.Unusable(no.words());
        }
    }

    /// @throws Unusable if it is no private key, others may read it, or it is of a kind that is not supported
    static UserKey read(Path file) throws Unusable {
        var bytes = content(file);
        var text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        if (!text.startsWith(OpenSshContainer.BEGIN)) {
            throw new Unusable(file, otherwise(text));
        }
        if (isOpenToOthers(file)) {
            throw new Unusable(file, "can be read by others. Take that right away: chmod go= '" + file + "'");
        }
        try {
            var container = OpenSshContainer.read(bytes);
            var key = SshPublicKey.of(container.publicBlob(), "");
            check(file, key);
            var beside = beside(file);
            if (beside.isPresent() && !beside.get().isSameKeyAs(key)) {
                throw new Unusable(
                        file,
                        "has another key's public half beside it, in " + publicFile(file)
                                + ". Make it anew: ssh-keygen -y -f '" + file + "' > '" + publicFile(file) + "'");
            }
            var inside = container.isProtected() ? "" : comment(bytes, container, key);
            // Behind a passphrase it can't be read, and in a key that was rewritten there is none.
            var comment = inside.isEmpty() ? beside.map(SshPublicKey::comment).orElse("") : inside;
            return new UserKey(
                    file,
                    SshPublicKey.of(container.publicBlob(), comment),
                    container.isProtected(),
                    beside.isPresent());
        } catch (UnreadableKey unreadable) {
            throw new Unusable(file, unreadable.why() + '.');
        } catch (IllegalArgumentException nonsense) {
            throw new Unusable(file, "is damaged.");
        }
    }

    private static byte[] content(Path file) throws Unusable {
        if (file.toString().lines().count() != 1) {
            throw new Unusable(file, "has a line end in its name, which can't be remembered.");
        }
        if (Files.isDirectory(file)) {
            throw new Unusable(file, "is a folder. Name the file of a private key.");
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST);
        } catch (NoSuchFileException missing) {
            throw new Unusable(file, "is not there.");
        } catch (AccessDeniedException denied) {
            throw new Unusable(file, "can't be read: permission denied.");
        } catch (IOException unreadable) {
            throw new Unusable(file, "can't be read: " + unreadable.getMessage() + '.');
        }
    }

    /// What a file is that is no private key of OpenSSH's.
    private static String otherwise(String text) {
        if (SshPublicKey.ofLine(text.lines().findFirst().orElse("")).isPresent()) {
            return "is a public key. Name the file of its private half, or, if an agent holds that, say --ssh-agent.";
        }
        if (text.startsWith("PuTTY-User-Key-File")) {
            return "is a key of PuTTY's. Write it as OpenSSH does: puttygen KEY -O private-openssh-new -o FILE";
        }
        return text.startsWith("-----BEGIN ")
                        && text.lines().findFirst().orElse("").endsWith("PRIVATE KEY-----")
                ? "is a private key in an older format than OpenSSH's own. Let ssh-keygen rewrite it: ssh-keygen -p -f"
                        + " FILE"
                : "is no private key.";
    }

    private static boolean isOpenToOthers(Path file) throws Unusable {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .endsWith("------");
        } catch (UnsupportedOperationException noModes) {
            return false;
        } catch (IOException unreadable) {
            throw new Unusable(file, "can't be looked at: " + unreadable.getMessage() + '.');
        }
    }

    private static void check(Path file, SshPublicKey key) throws Unusable, UnreadableKey {
        switch (key.type()) {
            case SshPublicKey.ED25519 -> {}
            case SshPublicKey.RSA -> {
                int bits = modulus(key).bitLength();
                if (bits < SHORTEST_RSA) {
                    throw new Unusable(
                            file,
                            "holds an RSA key of " + bits + " bits; " + SHORTEST_RSA
                                    + " are the least. Make a new one: ssh-keygen -t ed25519");
                }
            }
            default ->
                throw new Unusable(
                        file,
                        "holds a key of type " + key.type() + "; " + SshPublicKey.ED25519 + " and " + SshPublicKey.RSA
                                + " can be used. Make one: ssh-keygen -t ed25519");
        }
    }

    private static BigInteger modulus(SshPublicKey key) throws UnreadableKey {
        var in = new SshWire.Reader(key.blob());
        in.text();
        in.bytes(); // the exponent
        return number(in);
    }

    private static BigInteger number(SshWire.Reader in) throws UnreadableKey {
        var bytes = in.bytes();
        return bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    }

    /// The comment, once the private half is seen to belong to the public one.
    private static String comment(byte[] file, OpenSshContainer container, SshPublicKey key) throws UnreadableKey {
        if (key.type().equals(SshPublicKey.ED25519)) {
            return OpenSshKey.read(file).comment();
        }
        var secret = container.opened();
        if (!secret.text().equals(SshPublicKey.RSA)) {
            throw new UnreadableKey("is damaged");
        }
        var modulus = number(secret);
        secret.bytes(); // the public exponent
        secret.bytes(); // the private one
        secret.bytes(); // q's inverse
        var product = number(secret).multiply(number(secret));
        if (!modulus.equals(modulus(key)) || !product.equals(modulus)) {
            throw new UnreadableKey("names another public key than it holds");
        }
        return secret.text();
    }

    private static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    private static Optional<SshPublicKey> beside(Path file) {
        try {
            return Files.readString(publicFile(file), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .flatMap(SshPublicKey::ofLine);
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
