package dev.freehold.adapters.proxmox.ssh;

import dev.freehold.ports.file.Disk;
import dev.freehold.ports.file.FileReplacement;
import dev.freehold.ports.file.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;

/// The host keys seen so far, in a file of our own in OpenSSH's form, one line a machine. A machine's first key
/// is believed and written down; from then on it has no other.
final class KnownHosts {
    private final Path file;

    KnownHosts(Path file) {
        this.file = file;
    }

    /// @param type as SSH calls it: `ssh-ed25519`
    /// @param blob as SSH encodes it, in Base64
    record HostKey(String type, String blob) {
        static HostKey of(PublicKey key) {
            var encoded = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
            return new HostKey(
                    KeyType.fromKey(key).toString(), Base64.getEncoder().encodeToString(encoded));
        }

        /// As `ssh-keygen -l` shows it.
        String fingerprint() {
            try {
                var digest = MessageDigest.getInstance("SHA-256")
                        .digest(Base64.getDecoder().decode(blob));
                return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }
    }

    /// What is known of a machine: nothing, or one key.
    synchronized List<HostKey> of(String identity) {
        return read().lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 3 && words[0].equals(identity))
                .map(words -> new HostKey(words[1], words[2]))
                .limit(1)
                .toList();
    }

    /// @return the key that it has to have: `seen`, unless another is known already
    synchronized HostKey believe(String identity, HostKey seen) {
        var known = of(identity);
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        try {
            append(identity + ' ' + seen.type() + ' ' + seen.blob() + '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The host key of " + identity + " can't be written to " + file + ": " + e.getMessage(), e);
        }
        return seen;
    }

    /// Whole lines alone: what follows the last line's end was cut off by a crash.
    private String read() {
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("The known hosts in " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    /// On disk before the login goes on.
    private void append(String line) throws IOException {
        var whole = file.toAbsolutePath();
        var folder = whole.resolveSibling("");
        PrivateFolder.make(folder, Disk.FORCED);
        var lines = (read() + line).getBytes(StandardCharsets.UTF_8);
        FileReplacement.write(folder, String.valueOf(whole.getFileName()), lines, Disk.FORCED);
    }
}
