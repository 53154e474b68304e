package dev.freehold.ports.host;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// A public key as OpenSSH writes it into a line. Type and blob say which key it is; the comment is for people.
///
/// @param type as the blob names it too, such as `ssh-ed25519`
/// @param base64 the blob: type and numbers in SSH's wire form (RFC 4253, section 6.6)
/// @param comment may be empty; on one line
public record SshPublicKey(String type, String base64, String comment) {
    /// What machines are logged into with; RSA signs with SHA-2.
    public static final String ED25519 = "ssh-ed25519";

    public static final String RSA = "ssh-rsa";

    private static final Pattern LINE = Pattern.compile("([a-z0-9@.-]+) ([A-Za-z0-9+/]+={0,2})(?: (.*))?");

    /// Nobody's key type has a longer name (RFC 4250, section 4.6.1).
    private static final int LONGEST_NAME = 64;

    public SshPublicKey {
        comment = comment.replaceAll("\\p{Cntrl}", " ").strip();
        var named = nameIn(Base64.getDecoder().decode(base64));
        if (!named.equals(type)) {
            throw new IllegalArgumentException("a key of type " + type + " has a blob of type " + named);
        }
    }

    /// @throws IllegalArgumentException if it does not begin with a type
    public static SshPublicKey of(byte[] blob, String comment) {
        return new SshPublicKey(nameIn(blob), Base64.getEncoder().encodeToString(blob), comment);
    }

    /// The key in a line of `authorized_keys` without options, or of a `.pub` file; empty if it is none.
    public static Optional<SshPublicKey> ofLine(String line) {
        var parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var comment = parts.group(3);
            return Optional.of(new SshPublicKey(parts.group(1), parts.group(2), comment == null ? "" : comment));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static String nameIn(byte[] blob) {
        var in = ByteBuffer.wrap(blob);
        int length = blob.length < Integer.BYTES ? -1 : in.getInt();
        if (length < 1 || length > LONGEST_NAME || length > in.remaining()) {
            throw new IllegalArgumentException("a blob begins with its type");
        }
        return new String(blob, Integer.BYTES, length, StandardCharsets.US_ASCII);
    }

    public byte[] blob() {
        return Base64.getDecoder().decode(base64);
    }

    /// For `authorized_keys` and OCI's metadata.
    public String line() {
        return comment.isEmpty() ? type + ' ' + base64 : type + ' ' + base64 + ' ' + comment;
    }

    public boolean isSameKeyAs(SshPublicKey other) {
        return base64.equals(other.base64);
    }

    /// As `ssh-keygen -l` shows it: `SHA256:` and 43 letters.
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(blob());
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
