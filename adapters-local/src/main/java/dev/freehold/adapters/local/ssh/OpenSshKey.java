package dev.freehold.adapters.local.ssh;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/// A key pair as OpenSSH keeps it: `openssh-key-v1` without a passphrase, and the public line beside it.
///
/// @param comment what `ssh-keygen -l` shows of it; on one line
record OpenSshKey(Ed25519KeyPair pair, String comment) {
    private static final String TYPE = "ssh-ed25519";
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
        return new SshWire.Writer().text(TYPE).bytes(pair.publicHalf()).done();
    }

    /// The private file.
    byte[] privateFile() {
        // The same number twice: whoever decrypts with a wrong passphrase sees two different ones.
        int check = new SecureRandom().nextInt();
        var secret = new SshWire.Writer().number(check).number(check).text(TYPE).bytes(pair.publicHalf());
        secret.bytes(concatenated(pair.seed(), pair.publicHalf())).text(comment);
        for (byte pad = 1; secret.size() % BLOCK != 0; pad++) {
            secret.plain(new byte[] {pad});
        }
        var whole = new SshWire.Writer()
                .plain(OpenSshContainer.MAGIC)
                .text(OpenSshContainer.NONE)
                .text(OpenSshContainer.NONE)
                .text("");
        whole.number(1).bytes(publicBlob()).bytes(secret.done());
        var body = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(whole.done());
        return (OpenSshContainer.BEGIN + '\n' + body + '\n' + OpenSshContainer.END + '\n')
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /// @throws UnreadableKey if the file is not whole, or holds another kind of key, or asks for a passphrase
    static OpenSshKey read(byte[] privateFile) throws UnreadableKey {
        var container = OpenSshContainer.read(privateFile);
        var secret = container.opened();
        var type = secret.text();
        if (!type.equals(TYPE)) {
            throw new UnreadableKey("holds a key of type " + type + "; " + TYPE + " is wanted");
        }
        var publicHalf = secret.bytes();
        var seed = Arrays.copyOf(secret.bytes(), Ed25519KeyPair.LENGTH);
        var key = new OpenSshKey(Ed25519KeyPair.of(seed, publicHalf), secret.text());
        if (!Arrays.equals(key.publicBlob(), container.publicBlob())) {
            throw new UnreadableKey("names another public key than it holds");
        }
        return key;
    }
}
