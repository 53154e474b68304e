package dev.freehold.adapters.local.sops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.adapters.local.Program;
import dev.freehold.adapters.local.age.Identity;
import dev.freehold.adapters.local.age.IdentityFile;
import dev.freehold.ports.document.RefusedDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The `sops` program, as `src/test/sh/install-sops` builds it, and Freehold read each other's files: 200 documents
/// each way, every fourth of them JSON.
@Tag("third-party")
class SopsReadsItTest {
    private static final int DOCUMENTS = 200;
    private static final Instant NOW = Instant.parse("2026-11-26T01:02:03Z");
    private static final Identity OURS = Identity.generate();
    private static final Identity THEIRS = Identity.generate();

    @TempDir
    private Path folder;

    @BeforeEach
    void rules_and_an_identity() throws IOException {
        Files.write(folder.resolve("keys.txt"), IdentityFile.of(OURS, NOW));
        var rules = new StringBuilder("creation_rules:\n");
        for (int kind = 0; kind < 5; kind++) {
            var selection = SampleDocuments.selection(kind);
            for (boolean only : new boolean[] {true, false}) {
                rules.append("    - path_regex: \"^(plain|mixed)/kind-%d-%s-\"\n".formatted(kind, only))
                        .append("      mac_only_encrypted: %s\n".formatted(only))
                        .append("      %s: \"%s\"\n".formatted(selection.kind().word(), selection.text()))
                        .append("      age: %s,%s\n".formatted(THEIRS.recipient(), OURS.recipient()));
            }
        }
        Files.writeString(folder.resolve(".sops.yaml"), rules);
        for (var name : List.of("plain", "encrypted", "decrypted")) {
            Files.createDirectory(folder.resolve(name));
        }
    }

    @Test
    void freehold_decrypts_what_sops_encrypted() throws Exception {
        // given
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            Files.write(folder.resolve("plain").resolve(name(seed)), plain(seed));
        }
        // when
        sopsEach("plain", "sops encrypt --output encrypted/\"$1\" plain/\"$1\"");
        // then
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            var encrypted = Files.readAllBytes(folder.resolve("encrypted").resolve(name(seed)));
            var file = SopsFile.read(encrypted, format(seed));
            assertThat(file.recipients()).containsExactlyInAnyOrder(THEIRS.recipient(), OURS.recipient());
            assertAlike(seed, file.decrypt(List.of(OURS)));
        }
    }

    @Test
    void sops_decrypts_what_freehold_encrypted() throws Exception {
        // given
        var rules = CreationRules.in(folder.resolve(".sops.yaml"));
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            var rule = rules.of(folder.resolve("plain").resolve(name(seed))).orElseThrow();
            assertThat(rule.selection()).isEqualTo(SampleDocuments.selection(seed));
            Files.write(
                    folder.resolve("encrypted").resolve(name(seed)),
                    SopsFile.encrypt(plain(seed), format(seed), rule, NOW));
        }
        // when
        sopsEach("encrypted", "sops decrypt --output decrypted/\"$1\" encrypted/\"$1\"");
        // then
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            assertAlike(seed, Files.readAllBytes(folder.resolve("decrypted").resolve(name(seed))));
        }
    }

    @Test
    void sops_takes_files_that_freehold_edited_rotated_and_gave_to_others() throws Exception {
        // given
        var ours = List.of(OURS);
        var rule = CreationRule.forKubernetes(OURS.recipient());
        var first = SopsFile.encrypt(bytes("a: 1\nstringData:\n    b: two\n"), SopsFormat.YAML, rule, NOW);
        var edited = read(first)
                .edit(bytes("a: 2\nstringData:\n    b: two\n    c: 3\n"), ours, NOW.plusSeconds(5))
                .content();
        var rotated = read(edited).rotate(ours, NOW.plusSeconds(9)).content();
        var given = read(rotated).updateKeys(List.of(THEIRS.recipient(), OURS.recipient()), ours);
        Files.write(folder.resolve("encrypted/given.yaml"), given);
        // when
        sopsEach("encrypted", "sops rotate --in-place encrypted/\"$1\"");
        // then
        var again = Files.readAllBytes(folder.resolve("encrypted/given.yaml"));
        assertThat(again).isNotEqualTo(given);
        assertThat(read(again).decrypt(ours)).asString().isEqualTo("a: 2\nstringData:\n    b: two\n    c: 3\n");
    }

    @Test
    void sops_refuses_what_was_changed_as_freehold_does() throws Exception {
        // given
        var rule = CreationRule.forKubernetes(OURS.recipient());
        var file = new String(
                SopsFile.encrypt(bytes("a: one\nstringData:\n    b: two\n"), SopsFormat.YAML, rule, NOW),
                StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("encrypted/value.yaml"), file.replace("a: one", "a: ten"));
        Files.writeString(folder.resolve("encrypted/key.yaml"), file.replace("    b:", "    c:"));
        Files.writeString(folder.resolve("encrypted/time.yaml"), file.replace("01:02:03Z", "01:02:04Z"));
        // when
        var said = sops("encrypted", "sops decrypt encrypted/\"$1\" && echo taken");
        // then
        assertThat(said.said()).doesNotContain("taken");
        assertThat(said.said().toLowerCase(java.util.Locale.ROOT)).contains("mac");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(?!a)",
                "(a)\\1",
                "a\\Z",
                "a\\z",
                "(?<n>a)",
                "(?P<n>a)(?P<n>b)",
                "(?P=n)",
                "[[:lower:]]",
                "[[:nope:]]",
                "[a-z&&[^b]]",
                "\\pN",
                "\\p{Greek}",
                "\\p{IsGreek}",
                "a{1000}",
                "a{1001}",
                "(a{10}){101}",
                "{+",
                "a{,3}",
                "a{01}",
                "a++",
                "\\\u00e9",
                "\\Qa.b",
                "[]a]",
                "[]",
                "(?i)K",
                "(?x)a",
                "\\x{41}",
                "\\u0041",
                "\\C",
            })
    void a_pattern_is_taken_or_refused_as_sops_does(String pattern) throws Exception {
        // given
        Files.writeString(
                folder.resolve(".sops.yaml"),
                "creation_rules:\n    - path_regex: '" + pattern + "'\n      age: " + OURS.recipient() + "\n    - age: "
                        + OURS.recipient() + '\n');
        Files.writeString(folder.resolve("plain/a.yaml"), "a: 1\n");
        // when
        var said = sops("plain", "sops encrypt plain/\"$1\"");
        boolean taken = true;
        try {
            GoExpression.of(pattern);
        } catch (RefusedDocument refused) {
            taken = false;
        }
        // then
        assertThat(taken).as(said.said()).isEqualTo(said.code() == 0);
    }

    private static SopsFile read(byte[] file) {
        return SopsFile.read(file, SopsFormat.YAML);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertAlike(long seed, byte[] plain) {
        var read = format(seed).read(plain).getFirst();
        assertThat(Likeness.values(read)).as("seed %d", seed).isEqualTo(Likeness.values(document(seed)));
        assertThat(Likeness.comments(read)).as("seed %d", seed).isEqualTo(Likeness.comments(document(seed)));
    }

    private static Content.Branch document(long seed) {
        return format(seed) == SopsFormat.JSON ? SampleDocuments.json(seed) : SampleDocuments.yaml(seed);
    }

    private static byte[] plain(long seed) {
        return format(seed).write(List.of(document(seed)));
    }

    private static SopsFormat format(long seed) {
        return seed % 4 == 3 ? SopsFormat.JSON : SopsFormat.YAML;
    }

    private static String name(long seed) {
        var ending = format(seed) == SopsFormat.JSON ? "json" : "yaml";
        return "kind-%d-%s-%d.%s".formatted(seed % 5, seed % 2 == 0, seed, ending);
    }

    private void sopsEach(String files, String command) throws Exception {
        var said = sops(files, command);
        assertThat(said.code()).as(said.said()).isZero();
    }

    /// Runs the command for each file of a folder, two at once; `$1` is the file's name.
    private Program.Result sops(String files, String command) throws Exception {
        var tools = Path.of("").toAbsolutePath().resolveSibling("target").resolve("tools");
        var path = tools + ":" + System.getenv("PATH");
        boolean there = Stream.of(path.split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place).resolve("sops")));
        assumeTrue(there || "true".equals(System.getenv("CI")), "sops is not there; see src/test/sh/install-sops");
        return Program.in(
                folder,
                "env",
                "PATH=" + path,
                "SOPS_AGE_KEY_FILE=" + folder.resolve("keys.txt"),
                "SOPS_DISABLE_VERSION_CHECK=1",
                "sh",
                "-c",
                "ls -A " + files + " | xargs -P 2 -I {} sh -c '" + command + "' sops {}");
    }
}
