package dev.freehold.adapters.local.ssh;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/// A key pair as OpenSSH keeps it: `openssh-key-v1` without a passphrase, and the public line beside it.
///
/// @param comment what `ssh-keygen -l` shows of it; on one line
record OpenSshKey(Ed25519KeyPair pair, String comment) {
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final String TYPE = "ssh-ed25519";
    private static final String NONE = "none";
    private static final int COLUMNS = 70;
    /// What the private part is padded to, with 1, 2, 3, ...
    private static final int BLOCK = 8;

    static OpenSshKey random(String comment) {
        return new OpenSshKey(Ed25519KeyPair.random(), comment);
    }

    /// The line that goes into `authorized_keys` and into OCI's metadata.
    String publicLine() {
        var line = TYPE + ' ' + Base64.getEncoder().encodeToString(publicBlob());
        return comment.isEmpty() ? line : line + ' ' + comment;
    }

    private byte[] publicBlob() {
        return new Wire.Writer().text(TYPE).bytes(pair.publicHalf()).done();
    }

    /// The private file.
    byte[] privateFile() {
        // The same number twice: whoever decrypts with a wrong passphrase sees two different ones.
        int check = new SecureRandom().nextInt();
        var secret = new Wire.Writer().number(check).number(check).text(TYPE).bytes(pair.publicHalf());
        secret.bytes(concatenated(pair.seed(), pair.publicHalf())).text(comment);
        for (byte pad = 1; secret.size() % BLOCK != 0; pad++) {
            secret.plain(new byte[] {pad});
        }
        var whole = new Wire.Writer().plain(MAGIC).text(NONE).text(NONE).text("");
        whole.number(1).bytes(publicBlob()).bytes(secret.done());
        var body = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(whole.done());
        return (BEGIN + '\n' + body + '\n' + END + '\n').getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /// @throws UnreadableKey if the file is not whole, or holds another kind of key, or asks for a passphrase
    static OpenSshKey read(byte[] privateFile) throws UnreadableKey {
        var whole = new Wire.Reader(unarmored(privateFile));
        if (!Arrays.equals(whole.plain(MAGIC.length), MAGIC)) {
            throw new UnreadableKey("is not in OpenSSH's own format");
        }
        if (!whole.text().equals(NONE)) {
            throw new UnreadableKey("has a passphrase, which nobody is there to type");
        }
        whole.text(); // how a passphrase would have become a key
        whole.bytes();
        if (whole.number() != 1) {
            throw new UnreadableKey("holds more than one key");
        }
        var blob = whole.bytes();
        var secret = new Wire.Reader(whole.bytes());
        int check = secret.number();
        if (secret.number() != check) {
            throw new UnreadableKey("is damaged");
        }
        var type = secret.text();
        if (!type.equals(TYPE)) {
            throw new UnreadableKey("holds a key of type " + type + "; " + TYPE + " is wanted");
        }
        var publicHalf = secret.bytes();
        var seed = Arrays.copyOf(secret.bytes(), Ed25519KeyPair.LENGTH);
        var key = new OpenSshKey(Ed25519KeyPair.of(seed, publicHalf), secret.text());
        if (!Arrays.equals(key.publicBlob(), blob)) {
            throw new UnreadableKey("names another public key than it holds");
        }
        return key;
    }

    private static byte[] unarmored(byte[] file) throws UnreadableKey {
        var text = new String(file, StandardCharsets.ISO_8859_1).strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length() < BEGIN.length() + END.length()) {
            throw new UnreadableKey("is not a whole file in OpenSSH's own format");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
        } catch (IllegalArgumentException _) {
            throw new UnreadableKey("is damaged");
        }
    }
}
