package dev.freehold.app.shell.action.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Killed;
import dev.freehold.app.shell.Started;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// From a backup to a home in which everything can be read again.
class SecretsRestoreTest {
    @TempDir
    private Path folder;

    private String passphrase = "";
    private Path backup = Path.of("unset");

    @BeforeEach
    void with_a_backup_of_two_secrets() throws IOException {
        passphrase = file("passphrase", "correct horse\n");
        done("set", "token", "--from", file("value", "hunter2"));
        done("set", "grafana-cloud.token", "--from", file("value", "glc_hunter3"));
        backup = folder.resolve("backup");
        done("backup", backup.toString(), "--passphrase-file", passphrase);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path kept() {
        return home().resolve("sim/secrets");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private Started secrets(String... words) {
        var all = new ArrayList<>(List.of("secrets"));
        all.addAll(List.of(words));
        return Started.in(home(), all.toArray(String[]::new));
    }

    private Started done(String... words) {
        var started = secrets(words);
        assertThat(started.code()).as(said(started)).isZero();
        return started;
    }

    private Started restore(String... more) {
        var words = new ArrayList<>(List.of("restore", backup.toString(), "--passphrase-file", passphrase));
        words.addAll(List.of(more));
        return secrets(words.toArray(String[]::new));
    }

    private static String said(Started started) {
        return (started.out() + started.err()).replaceAll("\\s+", " ");
    }

    private void wipe(Path what) throws IOException {
        try (var all = Files.walk(what)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Every file under `root`: its mode, its time, its content.
    private static Map<String, String> files(Path root) throws IOException {
        var files = new TreeMap<String, String>();
        if (!Files.exists(root)) {
            return files;
        }
        try (var all = Files.walk(root)) {
            all.filter(Files::isRegularFile).forEach(path -> {
                try {
                    files.put(
                            root.relativize(path).toString(),
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                                    + ' '
                                    + Files.getLastModifiedTime(path)
                                            .toInstant()
                                            .getEpochSecond()
                                    + ' '
                                    + Files.readString(path, StandardCharsets.ISO_8859_1));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }
        return files;
    }

    private String recipient() {
        for (var finding :
                JsonMapper.shared().readTree(done("doctor", "-o", "json").out()).at("/findings")) {
            if (finding.at("/what").asString().startsWith("the vault's identity")) {
                return finding.at("/readableBy").asString();
            }
        }
        throw new AssertionError("no identity");
    }

    @Test
    void a_wiped_home_is_whole_again() throws Exception {
        // given a file that the home's identity opens
        file(".sops.yaml", "creation_rules:\n  - age: " + recipient() + "\n");
        var encrypted = file("secret.yaml", "password: correct\n");
        done("encrypt", encrypted, "--in-place");
        var before = files(kept());
        // when
        wipe(home());
        assertThat(secrets("decrypt", encrypted).code()).isEqualTo(1);
        var restored = restore();
        // then
        assertThat(restored.code()).as(said(restored)).isZero();
        assertThat(said(restored)).contains("Restored 3 of 3 files").doesNotContain("hunter");
        assertThat(files(kept())).isEqualTo(before);
        assertThat(Files.getPosixFilePermissions(kept())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(done("list").out()).contains("token", "grafana-cloud.token");
        assertThat(done("doctor").out()).contains("All is well.");
        assertThat(done("decrypt", encrypted).out()).isEqualTo("password: correct\n");
        // and again changes nothing
        assertThat(said(restore())).contains("are there already");
    }

    @Test
    void the_backup_says_the_command() throws Exception {
        assertThat(Files.readString(backup)).contains("freehold --target sim secrets restore BACKUP", "| age -d >");
    }

    @Test
    void what_can_not_be_opened_changes_nothing() throws Exception {
        // given
        wipe(home());
        var whole = Files.readString(backup);
        // when, then
        var wrong = secrets("restore", backup.toString(), "--passphrase-file", file("wrong", "battery staple"));
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(said(wrong)).contains("not encrypted with that passphrase", "Nothing was written");
        var nobody = secrets("restore", backup.toString());
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(said(nobody)).contains("--passphrase-file", "FREEHOLD_PASSPHRASE");
        var other = secrets("restore", backup.toString(), "--target", "live", "--passphrase-file", passphrase);
        assertThat(other.code()).isEqualTo(2);
        assertThat(said(other)).contains("freehold secrets restore " + backup + " --target sim");
        assertThat(secrets("restore", passphrase, "--passphrase-file", passphrase)
                        .code())
                .isEqualTo(2);
        assertThat(secrets("restore", folder.resolve("none").toString(), "--passphrase-file", passphrase)
                        .code())
                .isEqualTo(2);
        int begin = whole.indexOf("-----BEGIN");
        for (int part = 1; part < 4; part++) {
            int at = begin + 200 + (whole.length() - begin - 300) * part / 4;
            char flipped = whole.charAt(at) == 'A' ? 'B' : 'A';
            Files.writeString(backup, whole.substring(0, at) + flipped + whole.substring(at + 1));
            assertThat(restore().code()).as("a letter at %d", at).isEqualTo(1);
            Files.writeString(backup, whole.substring(0, at));
            assertThat(restore().code()).as("cut at %d", at).isEqualTo(1);
        }
        assertThat(files(home())).isEmpty();
    }

    @Test
    void what_is_there_and_says_something_else_is_not_overwritten() throws Exception {
        // given a vault that went on
        done("rotate", "token", "--from", file("value", "hunter4"));
        done("set", "new", "--from", file("value", "hunter5"));
        var now = files(kept());
        // when
        var refused = restore();
        // then
        assertThat(refused.code()).isEqualTo(2);
        assertThat(said(refused)).contains("vault/token.age", "--replace", "Nothing was written");
        assertThat(files(kept())).isEqualTo(now);
        // and when it is meant, nothing is lost either
        var replaced = restore("--replace", "-o", "json");
        assertThat(replaced.code()).as(said(replaced)).isZero();
        var aside = Path.of(
                JsonMapper.shared().readTree(replaced.out()).at("/aside").asString());
        assertThat(files(aside)).isEqualTo(now);
        assertThat(done("list").out()).doesNotContain("new");
        // and a second one is moved aside beside it
        done("rotate", "token", "--from", file("value", "hunter6"));
        assertThat(restore("--replace").code()).isZero();
        assertThat(files(aside)).isEqualTo(now);
        assertThat(home().resolve("sim/secrets.replaced-2")).isDirectory();
    }

    @Test
    void what_is_missing_is_added_to_what_is_there() throws Exception {
        // given a lost secret, and one that came later
        done("set", "new", "--from", file("value", "hunter5"));
        var before = files(kept());
        Files.delete(kept().resolve("vault/token.age"));
        // when
        var restored = restore();
        // then
        assertThat(said(restored)).contains("Restored 1 of 3 files");
        assertThat(files(kept())).isEqualTo(before);
    }

    @Test
    void killed_anywhere_there_is_nothing_or_all_and_the_same_command_ends_it() throws Exception {
        // given
        var before = files(kept());
        wipe(home());
        var aside = home().resolve("sim/secrets.restored");
        for (var moment : List.of(aside, aside.resolve("identity"), aside.resolve("vault"), kept())) {
            // when
            boolean killed = Killed.onceThereIs(
                    moment,
                    "secrets",
                    "restore",
                    backup.toString(),
                    "--passphrase-file",
                    passphrase,
                    "--home",
                    home().toString());
            // then: it had three files to write and sync, so that the first moments can't be missed
            assertThat(killed || moment.equals(kept())).as(moment.toString()).isTrue();
            if (Files.exists(kept())) {
                assertThat(files(kept())).isEqualTo(before);
            }
            if (!moment.equals(kept()) && Files.exists(kept())) {
                wipe(kept());
            }
        }
        assertThat(restore().code()).isZero();
        assertThat(files(kept())).isEqualTo(before);
        assertThat(aside).doesNotExist();
    }
}
