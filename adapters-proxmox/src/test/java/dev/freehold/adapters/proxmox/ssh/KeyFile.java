package dev.freehold.adapters.proxmox.ssh;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Base64;

/// A fresh Ed25519 key pair in OpenSSH's format (PROTOCOL.key of OpenSSH).
///
/// @param publicLine as it stands among authorized keys
record KeyFile(Path path, String publicLine) {

    static KeyFile in(Path path) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            var encoded = pair.getPublic().getEncoded();
            var point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return of(path, seed, point);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyFile of(Path path, byte[] seed, byte[] point) throws IOException {
        var publicBlob = blob(text("ssh-ed25519"), point);
        var both = Arrays.copyOf(seed, 64);
        System.arraycopy(point, 0, both, 32, 32);
        var inner = new ByteArrayOutputStream();
        inner.write(new byte[] {1, 2, 3, 4, 1, 2, 3, 4});
        inner.write(blob(text("ssh-ed25519"), point, both, text("test")));
        for (int pad = 1; inner.size() % 8 != 0; pad++) {
            inner.write(pad);
        }
        var outer = new ByteArrayOutputStream();
        outer.write(text("openssh-key-v1\0"));
        outer.write(blob(text("none"), text("none"), new byte[0]));
        outer.write(new byte[] {0, 0, 0, 1});
        outer.write(blob(publicBlob, inner.toByteArray()));
        var body = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(outer.toByteArray());
        Files.writeString(
                path, "-----BEGIN OPENSSH PRIVATE KEY-----\n" + body + "\n-----END OPENSSH PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        return new KeyFile(path, "ssh-ed25519 " + Base64.getEncoder().encodeToString(publicBlob) + " test");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] blob(byte[]... strings) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        for (var string : strings) {
            data.writeInt(string.length);
            data.write(string);
        }
        return bytes.toByteArray();
    }
}
