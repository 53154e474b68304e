package dev.freehold.adapters.local.sops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.freehold.adapters.local.age.Identity;
import dev.freehold.ports.document.RefusedDocument;
import dev.freehold.ports.secret.Undecryptable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SopsFileTest {
    private static final Identity OURS = Identity.generate();
    private static final Identity THEIRS = Identity.generate();
    private static final Instant NOW = Instant.parse("2026-11-26T01:02:03.456Z");

    private static CreationRule rule(Selection selection, boolean macOnlyEncrypted) {
        return new CreationRule(List.of(THEIRS.recipient(), OURS.recipient()), selection, macOnlyEncrypted);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] encrypted(String plain) {
        return SopsFile.encrypt(bytes(plain), SopsFormat.YAML, rule(Selection.KUBERNETES_SECRET, false), NOW);
    }

    private static String decrypted(byte[] encrypted) {
        return text(SopsFile.read(encrypted, SopsFormat.YAML).decrypt(List.of(OURS)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void yaml_comes_back_with_its_values_and_comments(long seed) {
        // given
        var document = SampleDocuments.yaml(seed);
        var plain = SopsFormat.YAML.write(List.of(document));
        var selection = SampleDocuments.selection(seed);
        // when
        var encrypted = SopsFile.encrypt(plain, SopsFormat.YAML, rule(selection, seed % 2 == 0), NOW);
        var again = SopsFile.read(encrypted, SopsFormat.YAML).decrypt(List.of(OURS));
        // then
        var read = SopsFormat.YAML.read(again).getFirst();
        assertThat(Likeness.values(read)).isEqualTo(Likeness.values(document));
        assertThat(Likeness.comments(read)).isEqualTo(Likeness.comments(document));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void json_comes_back_with_its_values(long seed) {
        // given
        var document = SampleDocuments.json(seed);
        var plain = SopsFormat.JSON.write(List.of(document));
        // when
        var encrypted =
                SopsFile.encrypt(plain, SopsFormat.JSON, rule(SampleDocuments.selection(seed), seed % 2 == 0), NOW);
        var again = SopsFile.read(encrypted, SopsFormat.JSON).decrypt(List.of(OURS));
        // then
        assertThat(Likeness.values(SopsFormat.JSON.read(again).getFirst())).isEqualTo(Likeness.values(document));
    }

    @Test
    void only_what_the_rule_says_is_encrypted() {
        // when
        var encrypted = text(encrypted("kind: Secret # plain\nstringData:\n    # about it\n    token: hunter2\n"));
        // then
        assertThat(encrypted).contains("kind: Secret # plain", "lastmodified: \"2026-11-26T01:02:03Z\"");
        assertThat(encrypted).doesNotContain("hunter2", "about it").contains("    #ENC[", "token: ENC[");
    }

    @Test
    void several_documents_share_a_key_and_a_sum() {
        // given
        var plain = "a: 1\n---\nstringData:\n    b: two\n";
        // when
        var encrypted = encrypted(plain);
        // then
        assertThat(decrypted(encrypted)).isEqualTo(plain);
        var cut = text(encrypted).substring(0, text(encrypted).indexOf("\n---\n") + 1);
        assertThatThrownBy(() -> decrypted(bytes(cut))).isInstanceOf(Undecryptable.class);
    }

    /// But in what SOPS leaves open: the shape of the text, names above plain values, comments, the version,
    /// and what of the rule does not matter for this file.
    @Test
    void a_flipped_bit_in_anything_that_is_covered_is_refused() {
        // given
        // for us alone: another's key is open to that other only
        var plain = bytes("kind: Secret\nstringData:\n    token: hunter2\n    pin: 7\n");
        var encrypted = SopsFile.encrypt(plain, SopsFormat.YAML, CreationRule.forKubernetes(OURS.recipient()), NOW);
        int offset = 0;
        int flips = 0;
        for (var line : text(encrypted).lines().toList()) {
            int from = line.contains(": ")
                    ? line.indexOf(": ") + 2
                    : line.length() - line.stripLeading().length();
            boolean open = line.contains("version:") || line.contains("_regex:") || line.endsWith(":");
            for (int at = from; at < line.length() && !open && !line.endsWith("|"); at++) {
                for (int bit = 0; bit < 8 && line.charAt(at) != '"'; bit++) {
                    var flipped = encrypted.clone();
                    flipped[offset + at] ^= (byte) (1 << bit);
                    // when
                    var answer = catchThrowable(
                            () -> SopsFile.read(flipped, SopsFormat.YAML).decrypt(List.of(OURS)));
                    // then
                    assertThat(answer)
                            .as("bit %d at %d of: %s", bit, at, line)
                            .isInstanceOfAny(Undecryptable.class, RefusedDocument.class);
                    flips++;
                }
            }
            offset += line.length() + 1;
        }
        assertThat(flips).isGreaterThan(6_000);
    }

    @Test
    void an_edit_leaves_what_did_not_change_as_it_was() {
        // given
        var before = encrypted("stringData:\n    one: first\n    two: second\n");
        // when
        var after = SopsFile.read(before, SopsFormat.YAML)
                .edit(bytes("stringData:\n    one: first\n    two: another\n"), List.of(OURS), NOW.plusSeconds(60))
                .content();
        // then
        assertThat(decrypted(after)).contains("two: another");
        assertThat(text(after).lines().filter(line -> !text(before).contains(line)))
                .extracting(line -> line.strip().split(":", 2)[0])
                .containsExactly("two", "lastmodified", "mac");
    }

    @Test
    void new_recipients_change_no_value() {
        // given
        var before = encrypted("stringData:\n    one: first\n");
        // when
        var after = SopsFile.read(before, SopsFormat.YAML).updateKeys(List.of(THEIRS.recipient()), List.of(OURS));
        // then
        assertThat(text(after))
                .contains(text(before)
                        .lines()
                        .filter(line -> line.contains("one:"))
                        .findFirst()
                        .get());
        assertThat(SopsFile.read(after, SopsFormat.YAML).recipients()).containsExactly(THEIRS.recipient());
        assertThatThrownBy(() -> decrypted(after)).isInstanceOf(Undecryptable.class);
        assertThat(text(SopsFile.read(after, SopsFormat.YAML).decrypt(List.of(THEIRS))))
                .contains("one: first");
    }

    @Test
    void a_new_data_key_changes_every_value_and_no_content() {
        // given
        var before = encrypted("kind: Secret\nstringData:\n    one: first\n");
        // when
        var after = SopsFile.read(before, SopsFormat.YAML)
                .rotate(List.of(OURS), NOW)
                .content();
        // then
        assertThat(decrypted(after)).isEqualTo(decrypted(before));
        assertThat(text(before))
                .doesNotContain(text(after)
                        .lines()
                        .filter(line -> line.contains("one:"))
                        .findFirst()
                        .get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x 1\nb: *x\n",
                "a: 1\na: 2\n",
                "<<: {a: 1}\n",
                "\"<<\": 1\n",
                "1: one\n",
                "[a]: one\n",
                "- a list\n",
                "just text\n",
                "",
                "a: !mine 1\n",
                "a: 18446744073709551615\n",
                "a: [1\n",
                "sops: {}\n",
                "kind: ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]\n",
                "\tb: tabs\n",
                "a: one\u2028two\n",
            })
    void what_sops_would_read_as_something_else_is_refused(String plain) {
        assertThatThrownBy(() -> encrypted(plain)).isInstanceOf(RefusedDocument.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2122:22",
                "12:30",
                "1:1:1",
                "190:20:30.15",
                "-1:30",
                "1,000",
                "1_000",
                "0b_",
                "0x_",
                "0o7",
                "017",
                "08",
                "1e3",
                "1.",
                ".5",
                "._5",
                "+1",
                "1__0.5",
                "yes",
                "Off",
                "y",
                "N",
                "null",
                "~",
                "=",
                ".inf",
                "-.INF",
                ".NaN",
                "2001-12-14",
                "2001-1-1",
                "2001-12-14t21:59:43.10-05:00",
                "2001-12-14 21:59:43.10 -5",
                "2001-99-99 whenever",
                "true",
            })
    void a_text_that_a_yaml_1_1_reader_takes_for_something_else_stays_in_quotes(String text) {
        // given
        var plain = "plain:\n    - \"" + text + "\"\n    - k: \"" + text + "\"\n\"" + text + "\": v\n";
        // when
        var encrypted = encrypted(plain);
        // then
        assertThat(text(encrypted)).startsWith(plain);
        assertThat(decrypted(encrypted)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.1.10", "1.2.3", "v1", "1a", "e5", "12:99", "22/tcp", "0.0.0.0/0", "1-2", "2024-01"})
    void a_text_that_is_one_to_every_reader_needs_none(String text) {
        var plain = "plain: " + text + '\n';
        assertThat(text(encrypted(plain))).startsWith(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}\n', '{}\n'",
        "'---\n', '{}\n'",
        "'null\n', '{}\n'",
        "'# c\n{}\n', '# c\n{}\n'",
        "'a: 1\n---\n', 'a: 1\n---\n{}\n'",
        "'a: 1\n---\n---\nb: 2\n', 'a: 1\n---\n{}\n---\nb: 2\n'",
        "'a: 1\n---\n{}\n', 'a: 1\n---\n{}\n'",
        "'a: 1\n...\n', 'a: 1\n'",
    })
    void a_document_with_nothing_in_it_has_no_keys(String written, String expected) {
        // given
        var plain = written.replace("\\n", "\n");
        // when, then
        assertThat(decrypted(encrypted(plain))).isEqualTo(expected.replace("\\n", "\n"));
    }

    @Test
    void an_object_without_members_comes_back_as_one() {
        var file = SopsFile.encrypt(bytes("{}"), SopsFormat.JSON, rule(Selection.USUAL, false), NOW);
        assertThat(text(SopsFile.read(file, SopsFormat.JSON).decrypt(List.of(OURS))))
                .isEqualTo("{}\n");
    }

    /// Whose time grew with the square of a value's length, it would take minutes.
    @Test
    void what_is_written_is_read_again_however_long_its_values_are() {
        // given
        var many = new StringBuilder("stringData:\n");
        for (int key = 0; key < 1_060; key++) {
            many.append("    k")
                    .append(key)
                    .append(": ")
                    .append("x".repeat(3_000))
                    .append('\n');
        }
        var long_ = "y".repeat(12_000_000);
        for (var plain : List.of(many.toString(), "stringData:\n    one: " + long_ + "\n")) {
            // when, then
            assertThat(decrypted(encrypted(plain)).equals(plain)).isTrue();
        }
        var json = bytes("{\"stringData\": {\"one\": \"" + long_ + "\"}}");
        var file = SopsFile.encrypt(json, SopsFormat.JSON, rule(Selection.KUBERNETES_SECRET, false), NOW);
        assertThat(SopsFile.read(file, SopsFormat.JSON).decrypt(List.of(OURS))).hasSizeGreaterThan(12_000_000);
    }

    @Test
    void a_key_that_is_too_long_for_its_line_is_read_again() {
        // given
        var plain = "? " + "k".repeat(1_500) + "\n: v\n? " + "g".repeat(1_500) + "\n:\n    - {a: 1}\n    - {}\n";
        // when
        var again = decrypted(encrypted(plain));
        // then
        assertThat(Likeness.values(SopsFormat.YAML.read(bytes(again)).getFirst()))
                .isEqualTo(Likeness.values(SopsFormat.YAML.read(bytes(plain)).getFirst()));
    }

    @Test
    void what_would_be_too_large_to_read_again_is_not_written() {
        // given: a file that may be read, and grows by a third
        var plain = bytes("stringData:\n    one: " + "x".repeat(30_000_000) + "\n");
        // when, then
        assertThatThrownBy(
                        () -> SopsFile.encrypt(plain, SopsFormat.YAML, rule(Selection.KUBERNETES_SECRET, false), NOW))
                .isInstanceOf(RefusedDocument.class)
                .hasMessageContaining("larger than 32 MiB");
    }

    @Test
    void json_refuses_the_same_key_twice_and_lists_at_the_top() {
        for (var plain : List.of("{\"a\": 1, \"a\": 2}", "[1]", "{\"a\": 1} x", "{", "")) {
            assertThatThrownBy(() -> SopsFile.encrypt(bytes(plain), SopsFormat.JSON, rule(Selection.USUAL, false), NOW))
                    .as(plain)
                    .isInstanceOf(RefusedDocument.class);
        }
    }
}
