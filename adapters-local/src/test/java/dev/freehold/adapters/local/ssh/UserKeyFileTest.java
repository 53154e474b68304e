package dev.freehold.adapters.local.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.ssh.UserKeyFile.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A private key that somebody has already, looked at.
class UserKeyFileTest {
    private static final OpenSshKey KEY = OpenSshKey.random("me@laptop");

    @TempDir
    private Path folder;

    private Path file(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("id_ed25519"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Path file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(Path file, String... words) {
        assertThatThrownBy(() -> UserKeyFile.read(file))
                .isInstanceOf(Unusable.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void its_public_half_is_derived_where_none_lies_beside_it() throws Exception {
        // when
        var own = UserKeyFile.read(file(KEY.privateFile()));
        // then
        assertThat(own.key().line()).isEqualTo(KEY.publicLine());
        assertThat(own.hasPublicFile()).isFalse();
        assertThat(own.isProtected()).isFalse();
        assertThat(folder).isDirectoryNotContaining("glob:**.pub");
    }

    @Test
    void the_public_half_beside_it_has_to_be_its_own() throws Exception {
        // given
        var file = file(KEY.privateFile());
        var beside = folder.resolve("id_ed25519.pub");
        // when, then: the comment is nobody's business
        Files.writeString(beside, KEY.publicLine().replace("me@laptop", "elsewhere") + "\n");
        assertThat(UserKeyFile.read(file).hasPublicFile()).isTrue();
        Files.writeString(beside, OpenSshKey.random("me@laptop").publicLine() + "\n");
        assertRefused(file, "another key's public half", "ssh-keygen -y");
    }

    @Test
    void one_that_others_may_read_is_refused_and_keeps_its_rights() throws Exception {
        var file = file(KEY.privateFile());
        for (var mode : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertRefused(file, "can be read by others", "chmod go=");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(mode);
        }
    }

    @Test
    void what_is_no_private_key_is_called_what_it_is() throws Exception {
        assertRefused(file(KEY.publicLine() + "\n"), "is a public key", "--ssh-agent");
        assertRefused(file("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n"), "older format", "ssh-keygen -p");
        assertRefused(file("-----BEGIN PRIVATE KEY-----\nMIIE\n"), "older format");
        assertRefused(file("-----BEGIN CERTIFICATE-----\nMIIE\n"), "is no private key");
        assertRefused(file("PuTTY-User-Key-File-3: ssh-ed25519\n"), "PuTTY", "puttygen");
        assertRefused(file(new byte[0]), "is no private key");
        assertRefused(file("name: homelab\n"), "is no private key");
        assertRefused(folder, "is a folder");
        assertRefused(folder.resolve("nowhere"), "is not there");
    }

    @Test
    void one_cut_anywhere_is_refused() throws Exception {
        var whole = KEY.privateFile();
        for (int length = 0; length < whole.length - 1; length++) {
            var cut = file(Arrays.copyOf(whole, length));
            assertRefused(cut, "id_ed25519 ");
        }
    }
}
