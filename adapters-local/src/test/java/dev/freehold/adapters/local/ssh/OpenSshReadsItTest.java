package dev.freehold.adapters.local.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenSSH's own `ssh-keygen` takes what Freehold writes, and Freehold what `ssh-keygen` wrote.
@Tag("third-party")
class OpenSshReadsItTest {
    @TempDir
    private Path folder;

    private Path written(OpenSshKey key) throws Exception {
        var file = folder.resolve("id");
        Files.write(file, key.privateFile());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    @Test
    void ssh_keygen_finds_the_public_half_and_the_comment_in_the_private_file() throws Exception {
        for (int pair = 0; pair < 8; pair++) {
            // given
            var key = OpenSshKey.random("a".repeat(pair) + "@homelab");
            // when
            var said = Program.run("ssh-keygen", "-y", "-f", written(key).toString());
            // then
            assertThat(said.code()).as(said.said()).isZero();
            assertThat(said.said().strip()).isEqualTo(key.publicLine());
        }
    }

    @Test
    void ssh_keygen_signs_with_it_and_verifies_by_the_public_line() throws Exception {
        // given
        var key = OpenSshKey.random("freehold@homelab");
        var file = written(key);
        var text = Files.writeString(folder.resolve("text"), "signed\n");
        var allowed = Files.writeString(folder.resolve("allowed"), "me " + key.publicLine() + "\n");
        // when
        var signed = Program.run("ssh-keygen", "-Y", "sign", "-n", "file", "-f", file.toString(), text.toString());
        var found = Program.run(
                "ssh-keygen",
                "-Y",
                "find-principals",
                "-f",
                allowed.toString(),
                "-s",
                folder.resolve("text.sig").toString());
        // then
        assertThat(signed.code()).as(signed.said()).isZero();
        assertThat(found.said().strip()).as(found.said()).isEqualTo("me");
    }

    @Test
    void a_pair_of_ssh_keygens_is_read() throws Exception {
        // given
        var file = folder.resolve("theirs");
        var made = Program.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "me@laptop", "-f", file.toString());
        assertThat(made.code()).as(made.said()).isZero();
        // when
        var key = OpenSshKey.read(Files.readAllBytes(file));
        // then
        assertThat(key.publicLine())
                .isEqualTo(Files.readString(folder.resolve("theirs.pub")).strip());
    }

    @Test
    void a_passphrase_and_another_type_are_named() throws Exception {
        // given
        var locked = folder.resolve("locked");
        var other = folder.resolve("other");
        Program.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-f", locked.toString());
        Program.run("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", other.toString());
        // when, then
        assertThatThrownBy(() -> OpenSshKey.read(Files.readAllBytes(locked))).hasMessageContaining("has a passphrase");
        assertThatThrownBy(() -> OpenSshKey.read(Files.readAllBytes(other)))
                .hasMessageContaining("ecdsa-sha2-nistp256; ssh-ed25519 is wanted");
    }

    private Path made(String name, String... how) throws Exception {
        var file = folder.resolve(name);
        var words = new ArrayList<>(List.of("ssh-keygen", "-q", "-C", "me@laptop", "-f", file.toString()));
        words.addAll(List.of(how));
        var made = Program.run(words.toArray(String[]::new));
        assertThat(made.code()).as(made.said()).isZero();
        return file;
    }

    private String publicLine(String name) throws Exception {
        return Files.readString(folder.resolve(name + ".pub")).strip();
    }

    @Test
    void keys_that_ssh_keygen_made_can_be_a_users_own() throws Exception {
        for (var type : List.of("ed25519", "rsa")) {
            var own = UserKeyFile.read(made(type, "-t", type, "-N", ""));
            assertThat(own.key().line()).isEqualTo(publicLine(type));
            assertThat(own.isProtected()).isFalse();
            var locked = UserKeyFile.read(made("locked-" + type, "-t", type, "-N", "secret"));
            assertThat(locked.key().line()).isEqualTo(publicLine("locked-" + type));
            assertThat(locked.isProtected()).isTrue();
            var fingerprint =
                    Program.run("ssh-keygen", "-l", "-f", folder.resolve(type).toString());
            assertThat(fingerprint.said()).contains(own.key().fingerprint());
        }
    }

    @Test
    void keys_of_other_kinds_are_refused_with_what_to_do() throws Exception {
        assertThatThrownBy(() -> UserKeyFile.read(made("ecdsa", "-t", "ecdsa", "-N", "")))
                .hasMessageContaining("ecdsa-sha2-nistp256; ssh-ed25519 and ssh-rsa");
        assertThatThrownBy(() -> UserKeyFile.read(made("short", "-t", "rsa", "-b", "1024", "-N", "")))
                .hasMessageContaining("1024 bits; 2048");
        var older = made("older", "-t", "rsa", "-m", "PEM", "-N", "");
        assertThatThrownBy(() -> UserKeyFile.read(older)).hasMessageContaining("ssh-keygen -p -f");
        // and what is advised helps
        assertThat(Program.run("ssh-keygen", "-p", "-P", "", "-N", "", "-f", older.toString())
                        .code())
                .isZero();
        assertThat(UserKeyFile.read(older).key().line()).isEqualTo(publicLine("older"));
    }
}
