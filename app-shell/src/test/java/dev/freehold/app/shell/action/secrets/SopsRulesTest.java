package dev.freehold.app.shell.action.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.app.shell.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `secrets encrypt` makes of `.sops.yaml`: what sops 3.13.3 does, or a refusal.
class SopsRulesTest {
    private static final Identity IDENTITY = Identity.generate();
    private static final String US = IDENTITY.recipient().text();
    private static final String OTHER = Identity.generate().recipient().text();

    @TempDir
    private Path folder;

    private Started secrets(String... words) {
        var all = new ArrayList<>(List.of("secrets"));
        all.addAll(List.of(words));
        var started = Started.in(folder.resolve("home"), all.toArray(String[]::new));
        // Where a sentence breaks is nobody's concern here.
        return new Started(started.code(), started.out(), started.err().strip().replaceAll("\\s+", " "));
    }

    private String file(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private Started encrypted(String rules, String plain) throws IOException {
        file(".sops.yaml", rules.replace("$P", US).replace("$O", OTHER));
        return secrets("encrypt", file("s.yaml", plain));
    }

    private Started byRule(String rule) throws IOException {
        return encrypted("creation_rules:\n  - " + rule + '\n', "password: hunter2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{age: $P, unencrypted_suffix: \"\"}",
                "{age: $P, encrypted_suffix: ''}",
                "{age: $P, unencrypted_regex: \"\"}",
                "{age: $P, encrypted_regex: \"\"}",
                "{age: $P, unencrypted_suffix: }",
                "{age: $P, unencrypted_suffix: ~, encrypted_regex: null}",
                "{age: $P, encrypted_comment_regex: '', unencrypted_comment_regex: }",
                "{age: $P, path_regex: }",
                "{age: $P, path_regex: ''}",
                "{age: $P, unencrypted_suffix: '', encrypted_regex: ^pass}",
                "{age: $P, pgp: '', kms: , gcp_kms: [], hckms: [], azure_keyvault: '', hc_vault_transit_uri: ''}",
                "{age: $P, key_groups: [], shamir_threshold: 0}",
                "{age: '', key_groups: [{age: [$P], pgp: [], kms: }]}",
                "{age: [$P], mac_only_encrypted: }",
            })
    void an_empty_key_of_a_rule_is_as_good_as_none(String rule) throws Exception {
        // when
        var started = byRule(rule);
        // then
        assertThat(started.err()).as(rule).isEqualTo("note: by the rules of " + folder.resolve(".sops.yaml") + ".");
        assertThat(started.code()).isZero();
        assertThat(started.out()).contains("password: ENC[").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[[:lower:]]+$",
                "^\\pL+$",
                "(?P<it>word)$",
                "(?<it>word)$",
                "(?i)^PASSWORD$",
                "\\Qpass\\E",
                "^(?:pass|p{)",
                "\\x{70}ass",
                "^[[:^digit:]]+\\z",
                "[[:alpha:]-z]",
                "{+|pass",
            })
    void a_pattern_means_what_it_means_to_go(String pattern) throws Exception {
        // when
        var started = byRule("{age: $P, encrypted_regex: '" + pattern + "'}");
        // then
        assertThat(started.code()).as(started.err()).isZero();
        assertThat(started.out()).contains("password: ENC[").doesNotContain("hunter2");
    }

    @Test
    void a_pattern_that_java_reads_otherwise_is_not_read_as_java_does() throws Exception {
        // when: to Go a class and a bracket, to Java what two classes have in common
        var started = byRule("{age: $P, encrypted_regex: '^[a-z&&[^b]]+$'}");
        // then
        assertThat(started.code()).as(started.err()).isZero();
        assertThat(started.out()).contains("password: hunter2");
        assertThat(started.err()).contains("note: ", "nothing", "encrypted_regex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(?!metadata|kind).*$",
                "(pass)\\1",
                "password\\Z",
                "pass(?=word)",
                "(?<=pass)word",
                "(?>pass)word",
                "p++assword",
                "\\hp|pass",
                "\\p{javaLowerCase}+",
                "\\p{IsAlphabetic}+",
                "p{0,1001}",
                "(?:p{0,100}){0,11}ass",
                "[pass",
                "(pass",
                "pass\\é",
                "pass\\",
            })
    void a_pattern_that_go_refuses_is_refused_with_its_position(String pattern) throws Exception {
        for (var key : List.of("encrypted_regex", "unencrypted_regex", "path_regex")) {
            // when
            var started = byRule("{age: $P, " + key + ": '" + pattern + "'}");
            // then
            assertThat(started.code()).as(key + ' ' + pattern).isEqualTo(2);
            assertThat(started.out()).isEmpty();
            assertThat(started.err()).contains(".sops.yaml", "line 2", key, "letter ");
        }
        assertThat(byRule("{age: $P, encrypted_regex: '^(?!metadata|kind).*$'}").err())
                .contains("'(?!'", "letter 2");
    }

    @Test
    void a_pattern_never_takes_longer_than_the_text_is_long() throws Exception {
        // when
        var started = encrypted(
                "creation_rules: [{age: $P, encrypted_regex: '^(a|a)*(a*)*$'}]\n",
                "? " + "a".repeat(5_000) + "b\n: hunter2\n");
        // then
        assertThat(started.code()).as(started.err()).isZero();
    }

    @Test
    void a_rule_that_encrypts_nothing_is_followed_and_said() throws Exception {
        // when
        var started = byRule("{age: $P, encrypted_regex: ^secret$}");
        // then
        assertThat(started.code()).isZero();
        assertThat(started.out()).contains("password: hunter2");
        assertThat(started.err()).contains("note: ", "nothing", "encrypted_regex '^secret$'", ".sops.yaml");
        assertThat(encrypted("creation_rules: [{age: $P, encrypted_regex: ^secret$}]\n", "a: {}\nb: null\n")
                        .err())
                .doesNotContain("nothing");
    }

    @Test
    void anchors_merge_keys_and_what_sops_overlooks_are_no_obstacle() throws Exception {
        // when
        var started = encrypted("""
            keys:
              - &me $P
              - &other $O
            defaults: &defaults
              mac_only_encrypted: yes
              encrypted_regex: nothing
            creation_rules:
              - path_regex: ^elsewhere/
                kms: arn:aws:kms:us-east-1:1:key/1
              - path_regex: s\\.yaml$
                name: ours
                input_type: yaml
                pgp: ""
                <<: *defaults
                encrypted_regex: ^pass
                key_groups:
                  - age: [*me]
                    merge: [{age: [*other, *me]}]
              - {path_regex: '(', age: not one}
            """, "password: hunter2\n");
        // then
        assertThat(started.code()).as(started.err()).isZero();
        assertThat(started.out()).contains("password: ENC[", US, OTHER, "mac_only_encrypted: true", "^pass");
    }

    @Test
    void of_keys_beside_key_groups_none_counts() throws Exception {
        assertThat(byRule("{age: $O, key_groups: [{age: [$P]}]}").out())
                .contains(US)
                .doesNotContain(OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{age: $P, pgp: FBC7B9E2A4F9289AC0C1D4843D16CEE4A27381B4}",
                "{age: $P, encrypted_comment_regex: ^secret}",
                "{age: $P, encrypted_regex: a, unencrypted_suffix: b}",
                "{age: $P, encrypted_regex: [a]}",
                "{age: $P, mac_only_encrypted: perhaps}",
                "{key_groups: [{age: [$P]}, {age: [$O]}]}",
                "{key_groups: [{age: [$P], pgp: [X]}]}",
                "{path_regex: s}",
                "{age: ''}",
                "{age: $P, age: $O}",
                "{age: *nobody}",
                "&a {age: $P, key_groups: [*a]}",
                "just a text",
            })
    void what_can_not_be_done_as_the_rule_says_is_refused(String rule) throws Exception {
        // when
        var started = byRule(rule);
        // then
        assertThat(started.code()).as(rule + started.out()).isEqualTo(2);
        assertThat(started.out()).isEmpty();
        assertThat(started.err()).contains(".sops.yaml");
    }

    @Test
    void a_key_that_is_nearly_one_of_sops_is_said() throws Exception {
        // when
        var started = byRule("{age: $P, encrypted_regx: ^data$}");
        // then
        assertThat(started.out()).contains("password: ENC[");
        assertThat(started.err()).contains("note: ", "encrypted_regx", "encrypted_regex");
    }

    @Test
    void anchors_that_multiply_are_refused() throws Exception {
        // given
        var rules = new StringBuilder("a0: &a0 {age: [$P]}\n");
        for (int i = 1; i < 60; i++) {
            rules.append("a%d: &a%d {merge: [*a%d, *a%d]}\n".formatted(i, i, i - 1, i - 1));
        }
        rules.append("creation_rules: [{key_groups: [*a59]}]\n");
        // when, then
        assertThat(encrypted(rules.toString(), "password: hunter2\n").code()).isEqualTo(2);
    }

    @Test
    void rules_are_not_looked_for_above_the_repository() throws Exception {
        // given
        file(".sops.yaml", "creation_rules: [{age: %s}]\n".formatted(OTHER));
        Files.createDirectories(folder.resolve("repository/.git"));
        var secret = file("repository/apps/s.yaml", "password: hunter2\n");
        // when, then
        var without = secrets("encrypt", secret);
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err())
                .contains("No rule", folder.resolve("repository").toString());
        // given
        var rules = file("repository/.sops.yaml", "creation_rules: [{age: %s}]\n".formatted(US));
        // when, then
        assertThat(secrets("encrypt", secret).out()).contains(US).doesNotContain(OTHER);
        assertThat(secrets("encrypt", secret, "--in-place").out()).contains(rules);
    }

    @Test
    void rules_are_not_looked_for_where_anybody_may_write() throws Exception {
        // given
        var shared = Files.createDirectories(folder.resolve("shared"));
        file("shared/.sops.yaml", "creation_rules: [{age: %s}]\n".formatted(OTHER));
        var secret = file("shared/mine/s.yaml", "password: hunter2\n");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        // when, then
        assertThat(secrets("encrypt", secret).err()).contains("No rule");
    }

    @Test
    void a_file_of_the_other_name_is_said_to_be_overlooked() throws Exception {
        // given
        file(".sops.yml", "creation_rules: [{age: %s}]\n".formatted(US));
        // when, then
        assertThat(secrets("encrypt", file("s.yaml", "a: 1\n")).err()).contains(".sops.yml", ".sops.yaml");
    }

    @Test
    void rules_that_nobody_wrote_by_hand_are_not_read() throws Exception {
        assertThat(encrypted("#" + "x".repeat(2_000_000), "a: 1\n").err()).contains(".sops.yaml", "larger than");
        assertThat(encrypted("# only\n", "a: 1\n").err()).contains("None of the creation_rules");
    }

    @Test
    void a_files_own_empty_and_unknown_patterns_are_treated_alike() throws Exception {
        // given
        var keys = folder.resolve("keys.txt");
        Files.write(keys, IdentityFile.of(IDENTITY, Instant.EPOCH));
        var encrypted = byRule("{age: $P}").out();
        assertThat(encrypted).contains("unencrypted_suffix: _unencrypted");
        // when, then
        for (var empty : List.of("unencrypted_suffix: \"\"", "encrypted_regex: null", "encrypted_comment_regex: ''")) {
            var file = file("e.yaml", encrypted.replace("unencrypted_suffix: _unencrypted", empty));
            assertThat(secrets("decrypt", file, "--identity", keys.toString()).out())
                    .isEqualTo("password: hunter2\n");
        }
        var refused =
                file("e.yaml", encrypted.replace("unencrypted_suffix: _unencrypted", "encrypted_regex: ^(?!kind).*$"));
        assertThat(secrets("decrypt", refused, "--identity", keys.toString()).err())
                .contains("encrypted_regex", "letter 2");
    }
}
