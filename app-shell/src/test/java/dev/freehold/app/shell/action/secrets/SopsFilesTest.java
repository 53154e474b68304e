package dev.freehold.app.shell.action.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.app.shell.Child;
import dev.freehold.app.shell.Started;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of files around a SOPS file: links, leftovers, identities, files that nobody means.
class SopsFilesTest {
    private static final Identity IDENTITY = Identity.generate();

    @TempDir
    private Path folder;

    private String keys = "";

    @BeforeEach
    void rules_and_an_identity() throws IOException {
        file(".sops.yaml", "creation_rules: [{age: %s}]\n".formatted(IDENTITY.recipient()));
        keys = folder.resolve("keys.txt").toString();
        Files.write(Path.of(keys), IdentityFile.of(IDENTITY, Instant.EPOCH));
        Files.setPosixFilePermissions(Path.of(keys), PosixFilePermissions.fromString("rw-------"));
    }

    private String file(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private Started secrets(String... words) {
        var all = new ArrayList<>(List.of("secrets"));
        all.addAll(List.of(words));
        var started = Started.in(folder.resolve("home"), all.toArray(String[]::new));
        // Where a sentence breaks is nobody's concern here.
        return new Started(started.code(), started.out(), started.err().strip().replaceAll("\\s+", " "));
    }

    private String done(String... words) {
        var started = secrets(words);
        assertThat(started.code()).as(started.err()).isZero();
        return started.out();
    }

    private String decrypted(String file) {
        return done("decrypt", file, "--identity", keys);
    }

    @Test
    void a_link_stays_one_and_the_file_behind_it_is_replaced() throws Exception {
        // given
        var real = file("real/e.yaml", "password: hunter2\n");
        Files.setPosixFilePermissions(Path.of(real), PosixFilePermissions.fromString("rw-r-----"));
        var link = Files.createSymbolicLink(folder.resolve("l.yaml"), Path.of("real/e.yaml"));
        var further = Files.createSymbolicLink(folder.resolve("real/m.yaml"), Path.of("../l.yaml"));
        // when
        done("encrypt", link.toString(), "--in-place");
        var before = Files.readString(Path.of(real));
        done("rotate-data-key", further.toString(), "--in-place", "--identity", keys);
        done("edit", link.toString(), "--identity", keys, "--editor", "sed -i s/hunter2/hunter3/");
        // then
        assertThat(link).isSymbolicLink();
        assertThat(further).isSymbolicLink();
        assertThat(Path.of(real)).content().isNotEqualTo(before).contains("ENC[");
        assertThat(decrypted(real)).isEqualTo("password: hunter3\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(real))))
                .isEqualTo("rw-r-----");
        try (var all = Files.list(folder.resolve("real"))) {
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void a_file_with_two_names_changes_under_both() throws Exception {
        // given
        var one = file("one.yaml", "password: hunter2\n");
        var other = Files.createLink(folder.resolve("other.yaml"), Path.of(one));
        // when
        done("encrypt", one, "--in-place");
        // then
        assertThat(other).content().isEqualTo(Files.readString(Path.of(one))).contains("ENC[");
    }

    @Test
    void a_link_to_nothing_is_not_written_through() throws Exception {
        // given
        var link = Files.createSymbolicLink(folder.resolve("l.yaml"), folder.resolve("nowhere.yaml"));
        // when, then
        assertThat(secrets("encrypt", link.toString(), "--in-place").code()).isEqualTo(2);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void what_a_killed_edit_left_is_flagged_left_out_of_a_backup_and_removed_by_the_next() throws Exception {
        // given
        done("set", "kept", "--from", file("value", "x"));
        var secret = file("s.yaml", "password: hunter2\n");
        done("encrypt", secret, "--in-place");
        var killed = Child.with(
                Map.of(),
                "secrets",
                "edit",
                secret,
                "--identity",
                keys,
                "--editor",
                "touch \"$1\".swp; kill -9 $PPID #",
                "--home",
                folder.resolve("home").toString());
        assertThat(killed.code()).as(killed.err()).isEqualTo(137);
        var secrets = folder.resolve("home/sim/secrets");
        assertThat(plainIn(secrets)).isEqualTo(1);
        // when, then
        var flagged = secrets("doctor");
        assertThat(flagged.code()).isEqualTo(1);
        assertThat(flagged.out()).contains("left over, plain", "rm -r");
        var passphrase = file("passphrase", "correct horse\n");
        assertThat(done("backup", folder.resolve("backup").toString(), "--passphrase-file", passphrase))
                .contains("Wrote 2 files");
        done("edit", secret, "--identity", keys, "--editor", "true");
        assertThat(plainIn(secrets)).isZero();
        assertThat(done("doctor")).contains("All is well.");
    }

    private static long plainIn(Path secrets) throws IOException {
        try (var all = Files.walk(secrets)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(SopsFilesTest::isPlain)
                    .count();
        }
    }

    private static boolean isPlain(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains("hunter2");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void a_folder_of_somebodys_beside_the_file_is_left_alone() throws Exception {
        // given
        var secret = file("s.yaml", "password: hunter2\n");
        file("s.yaml.1_1/mine", "");
        file("s.yaml.9.new", "");
        file("s.yaml.999999999_1.new", "left by a killed command");
        // when
        done("encrypt", secret, "--in-place");
        // then
        assertThat(folder.resolve("s.yaml.1_1/mine")).exists();
        assertThat(folder.resolve("s.yaml.9.new")).exists();
        assertThat(folder.resolve("s.yaml.999999999_1.new")).doesNotExist();
    }

    @Test
    void an_identity_that_others_may_read_is_used_and_said() throws Exception {
        // given
        var secret = file("s.yaml", "password: hunter2\n");
        done("encrypt", secret, "--in-place");
        assertThat(secrets("decrypt", secret, "--identity", keys).err()).isEmpty();
        // when
        Files.setPosixFilePermissions(Path.of(keys), PosixFilePermissions.fromString("rw-r-----"));
        var started = secrets("decrypt", secret, "--identity", keys);
        // then
        assertThat(started.out()).isEqualTo("password: hunter2\n");
        assertThat(started.err()).contains("note: ", "others may read", keys, "chmod go=");
        // and the vault's own
        done("set", "kept", "--from", file("value", "x"));
        Files.setPosixFilePermissions(
                folder.resolve("home/sim/secrets/identity"), PosixFilePermissions.fromString("rw----r--"));
        assertThat(secrets("list").err()).contains("others may read", "chmod go=");
    }

    @Test
    void a_file_that_is_too_large_is_refused_by_its_length() throws Exception {
        // given
        var large = folder.resolve("large.yaml");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        // when, then
        for (var act : List.of("encrypt", "decrypt", "rotate-data-key", "updatekeys")) {
            var started = secrets(act, large.toString());
            assertThat(started.code()).isEqualTo(2);
            assertThat(started.err()).contains("32 MiB");
        }
    }
}
