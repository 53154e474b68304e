package dev.freehold.app.shell.action.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.age.AgeFile;
import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.app.shell.Child;
import dev.freehold.app.shell.Started;
import dev.freehold.domain.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands `secrets ...`, as scripts and people use them.
class SecretsTest {
    private static final String PLAIN = """
        kind: Secret
        stringData:
            # about it
            token: hunter2
        """;

    @TempDir
    private Path folder;

    private Started secrets(String... words) {
        var all = new ArrayList<>(List.of("secrets"));
        all.addAll(List.of(words));
        return Started.in(folder.resolve("home"), all.toArray(String[]::new));
    }

    private String done(String... words) {
        var started = secrets(words);
        assertThat(started.code()).as(started.err()).isZero();
        return started.out();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim", "lab", "live"})
    void a_secret_is_kept_listed_and_replaced_in_the_vault_of_its_target(String target) throws Exception {
        // given
        var value = file("value", "hunter2\n");
        // when
        var kept = json(done("set", "grafana-token", "--from", value, "--target", target, "-o", "json"));
        // then
        assertThat(kept.at("/reference").asString()).isEqualTo("vault:grafana-token");
        assertThat(kept.at("/replaced").asBoolean()).isFalse();
        assertThat(Path.of(kept.at("/file").asString()))
                .startsWith(folder.resolve("home").resolve(target));
        var rotated = json(done("rotate", "grafana-token", "--generate", "--target", target, "-o", "json"));
        assertThat(rotated.at("/replaced").asBoolean()).isTrue();
        assertThat(json(done("list", "--target", target, "-o", "json"))
                        .at("/secrets/0/name")
                        .asString())
                .isEqualTo("grafana-token");
        assertThat(done("list", "--target", target)).contains("grafana-token").doesNotContain("hunter2");
        assertThat(done("list", "--target", target.equals("sim") ? "lab" : "sim"))
                .startsWith("No secrets");
    }

    @Test
    void without_a_terminal_a_missing_value_is_2_and_names_the_flag() {
        assertThat(secrets("set", "x").code()).isEqualTo(2);
        assertThat(secrets("set", "x").err()).contains("--from", "--from-env");
        assertThat(secrets("set", "Not A Name", "--from", "x").err()).contains("no name for a secret");
        assertThat(secrets("set", "x", "--from", "nowhere").err()).contains("there is no such file");
        assertThat(secrets("set", "x", "--from-env", "FREEHOLD_SURELY_UNSET").err())
                .contains("is not set");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void at_a_terminal_the_value_is_asked_for_without_being_shown() {
        // given
        var asked = new ArrayList<String>();
        // when
        var started = Started.answering(
                new Hidden(asked, "hunter2"),
                "secrets",
                "set",
                "token",
                "--home",
                folder.resolve("home").toString());
        // then
        assertThat(started.code()).as(started.err()).isZero();
        assertThat(asked).containsExactly("Value of token: ");
        assertThat(started.out() + started.err()).doesNotContain("hunter2");
    }

    /// Somebody who never answers where it would show.
    private record Hidden(List<String> asked, String answer) implements dev.freehold.app.shell.screen.Answers {
        @Override
        public String ask(String question) {
            throw new AssertionError("it would show: " + question);
        }

        @Override
        public String askHidden(String question) {
            asked.add(question);
            return answer;
        }
    }

    @Test
    void only_what_is_there_can_be_rotated() throws Exception {
        done("set", "grafana-token", "--from", file("value", "x"));
        // when
        var started = secrets("rotate", "grafana-tokn", "--generate");
        // then
        assertThat(started.code()).isEqualTo(1);
        assertThat(started.err()).contains("did you mean grafana-token?");
    }

    @Test
    void the_doctor_finds_what_is_damaged_and_what_others_may_see() throws Exception {
        // given
        assertThat(done("doctor")).contains("Nothing is kept yet.");
        var kept = Path.of(json(done("set", "token", "--from", file("value", "x"), "-o", "json"))
                .at("/file")
                .asString());
        assertThat(done("doctor")).contains("All is well.", "rw-------", "the vault's identity");
        // when
        var bytes = Files.readAllBytes(kept);
        bytes[bytes.length - 1] ^= 1;
        Files.write(kept, bytes);
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-r--r--"));
        // then
        var started = secrets("doctor", "-o", "json");
        assertThat(started.code()).isEqualTo(1);
        assertThat(json(started.out()).at("/result").asString()).isEqualTo("fail");
        assertThat(started.out()).contains("chmod go=", "can't be read");
    }

    @Test
    void a_protected_identity_asks_for_its_passphrase() throws Exception {
        // given
        done("set", "token", "--from", file("value", "x"));
        var passphrase = file("passphrase", "correct horse\n");
        // when
        done("protect", "--new-passphrase-file", passphrase);
        // then: what is written needs none, what is read does
        done("set", "another", "--from", file("value", "y"));
        assertThat(json(done("doctor", "-o", "json")).at("/opened").asBoolean()).isFalse();
        assertThat(json(done("doctor", "--passphrase-file", passphrase, "-o", "json"))
                        .at("/opened")
                        .asBoolean())
                .isTrue();
        assertThat(secrets("doctor", "--passphrase-file", file("wrong", "wrong"))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void a_backup_holds_everything_and_says_how_to_restore_it() throws Exception {
        // given
        assertThat(secrets("backup", folder.resolve("early").toString()).code()).isEqualTo(1);
        done("set", "token", "--from", file("value", "hunter2"));
        var backup = folder.resolve("backup");
        var passphrase = file("passphrase", "correct horse\n");
        // when
        assertThat(secrets("backup", backup.toString()).err()).contains("--passphrase-file");
        done("backup", backup.toString(), "--passphrase-file", passphrase);
        // then
        var text = Files.readString(backup);
        assertThat(text).contains("| age -d > secrets.zip", "unzip -o").doesNotContain("hunter2");
        var armored = text.substring(text.indexOf("\n-----BEGIN AGE") + 1).getBytes(StandardCharsets.US_ASCII);
        var names = new ArrayList<String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(AgeFile.decrypt(armored, Secret.of("correct horse"))))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactlyInAnyOrder("identity", "vault/token.age");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(secrets("backup", backup.toString(), "--passphrase-file", passphrase)
                        .code())
                .isEqualTo(2);
    }

    /// A repository with rules, and an identity that is named each time.
    private String repository() throws IOException {
        var identity = Identity.generate();
        Files.write(folder.resolve("keys.txt"), IdentityFile.of(identity, Instant.EPOCH));
        Files.createDirectories(folder.resolve("flux/apps"));
        file("flux/.sops.yaml", """
            creation_rules:
                - path_regex: ^apps/
                  encrypted_regex: ^(data|stringData)$
                  age: %s
            """.formatted(identity.recipient()));
        return folder.resolve("keys.txt").toString();
    }

    @Test
    void a_file_is_encrypted_edited_rotated_and_decrypted() throws Exception {
        // given
        var keys = repository();
        var secret = file("flux/apps/secret.yaml", PLAIN);
        // when, then
        assertThat(done("encrypt", secret))
                .contains("kind: Secret", "token: ENC[")
                .doesNotContain("hunter2");
        assertThat(Path.of(secret)).hasContent(PLAIN);
        done("encrypt", secret, "--in-place");
        assertThat(secrets("encrypt", secret).code()).isEqualTo(2);
        assertThat(done("decrypt", secret, "--identity", keys)).isEqualTo(PLAIN);
        done("edit", secret, "--identity", keys, "--editor", "sed -i s/hunter2/hunter3/");
        done("rotate-data-key", secret, "--in-place", "--identity", keys);
        done("updatekeys", secret, "--in-place", "--identity", keys);
        assertThat(Path.of(secret)).content().doesNotContain("hunter");
        assertThat(done("decrypt", secret, "--identity", keys)).isEqualTo(PLAIN.replace("hunter2", "hunter3"));
        assertThat(json(done("decrypt", secret, "--identity", keys, "-o", "json"))
                        .at("/document")
                        .asString())
                .contains("hunter3");
        try (var left = Files.list(folder.resolve("home/sim/secrets"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void an_editor_gets_none_of_the_secrets_that_freehold_was_given() throws Exception {
        // given
        var keys = repository();
        var secret = file("flux/apps/secret.yaml", PLAIN);
        done("encrypt", secret, "--in-place");
        var seen = folder.resolve("seen");
        // when
        var started = Child.with(
                Map.of(
                        "FREEHOLD_PASSPHRASE",
                        "correct horse",
                        "FREEHOLD_SECRET_GRAFANA_TOKEN",
                        "hunter4",
                        "OCI_CLI_KEY_CONTENT",
                        "hunter5",
                        "TERM",
                        "xterm-of-mine"),
                "secrets",
                "edit",
                secret,
                "--identity",
                keys,
                "--editor",
                "env >'" + seen + "'; true",
                "--home",
                folder.resolve("home").toString());
        // then
        assertThat(started.code()).as(started.err()).isZero();
        assertThat(seen)
                .content()
                .contains("PATH=", "TERM=xterm-of-mine")
                .doesNotContain("FREEHOLD_", "correct horse", "hunter4", "hunter5");
    }

    @Test
    void what_can_not_be_decrypted_stays_as_it_is() throws Exception {
        // given
        var keys = repository();
        var secret = file("flux/apps/secret.yaml", PLAIN);
        done("encrypt", secret, "--in-place");
        var before = Files.readString(Path.of(secret));
        // when, then
        assertThat(secrets("decrypt", secret).code()).isEqualTo(1);
        assertThat(secrets("edit", secret, "--identity", keys).err()).contains("--editor");
        assertThat(secrets("edit", secret, "--identity", keys, "--editor", "false")
                        .code())
                .isEqualTo(1);
        assertThat(secrets("edit", secret, "--identity", keys, "--editor", "echo 'a: [' >")
                        .code())
                .isEqualTo(2);
        Files.writeString(Path.of(secret), before.replace("kind: Secret", "kind: Sekret"));
        assertThat(secrets("decrypt", secret, "--identity", keys).err()).contains("sum");
        assertThat(secrets("decrypt", secret, "--identity", keys).out()).isEmpty();
        assertThat(secrets("encrypt", file("elsewhere.yaml", PLAIN)).err()).contains(".sops.yaml");
        assertThat(secrets("encrypt", file("flux/other.yaml", PLAIN)).err()).contains("None of the creation_rules");
        assertThat(secrets("decrypt", file("flux/apps/x.txt", PLAIN)).err()).contains("must end in .yaml");
    }
}
