package dev.freehold.adapters.local.spec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.document.Document.Entry;
import dev.freehold.domain.document.Document.Mapping;
import dev.freehold.domain.document.Document.Nothing;
import dev.freehold.domain.document.Document.Scalar;
import dev.freehold.domain.document.Document.Sequence;
import dev.freehold.ports.document.DocumentReading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlDocumentTest {

    @Test
    void a_document_knows_its_lines_its_quotes_and_its_repeated_keys() {
        assertThat(parsed("""
            a: 1
            b:
              - "x"
              - null
            a:
            """))
                .isEqualTo(new Mapping(
                        List.of(
                                new Entry("a", 1, new Scalar("1", 1, false)),
                                new Entry("b", 2, new Sequence(List.of(new Scalar("x", 3, true), new Nothing(4)), 3)),
                                new Entry("a", 5, new Nothing(5))),
                        1));
    }

    @Test
    void a_mark_of_the_byte_order_and_other_ends_of_lines_are_no_matter() {
        assertThat(parsed("\uFEFFa: 1\r\nb: 2\r\n"))
                .isEqualTo(new Mapping(
                        List.of(
                                new Entry("a", 1, new Scalar("1", 1, false)),
                                new Entry("b", 2, new Scalar("2", 2, false))),
                        1));
    }

    @Test
    void letters_of_any_language_are_text() {
        assertThat(parsed("a: Grüße 🌍"))
                .isEqualTo(new Mapping(List.of(new Entry("a", 1, new Scalar("Grüße 🌍", 1, false))), 1));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("", 1, "is empty"),
                arguments("\n# only a comment\n", 1, "is empty"),
                arguments("---\n", 1, "null"),
                arguments("a: 1\nb: [1,\n", 3, "is not YAML"),
                arguments("a: 1\n\tb: 2\n", 2, "is not YAML"),
                arguments("a:\n\t- 2\n", 2, "is not YAML"),
                arguments("a: b: c\n", 1, "is not YAML"),
                arguments("a: 1\nb: 'x\n", 3, "is not YAML"),
                arguments("a: 1\nb: @x\n", 2, "is not YAML"),
                arguments("a: 1\n---\nb: 2\n", 2, "a second document"),
                arguments("a: 1\n...\nb: 2\n", 3, "is not YAML"),
                arguments("a: &x 1\nb: *x\n", 1, "anchors"),
                arguments("a: 1\nb: *x\n", 2, "anchors"),
                arguments("a: &x [*x]\n", 1, "anchors"),
                arguments("a: 1\n<<: *x\n", 2, "anchors"),
                arguments("a: !!int 1\n", 1, "the tag"),
                arguments("a: !!java.net.URL [x]\n", 1, "the tag"),
                arguments("a: 1\n? [b]\n: 2\n", 2, "a key must be a word"),
                arguments("a: 1\n{b: 2}: 2\n", 2, "a key must be a word"),
                arguments("%YAML 3.0\n---\na: 1\n", 1, "is not YAML"),
                arguments("a: 1\nb: x\u0000y\n", 2, "control character U+0000"),
                arguments("a: 1\n\n\u001b[31m\n", 3, "control character U+001B"),
                arguments("[".repeat(100_000), 1, "deeper than 64"),
                arguments("{a: ".repeat(100_000), 1, "deeper than 64"),
                arguments("- ".repeat(100_000), 1, "deeper than 64"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("faults")
    void what_is_no_single_plain_document_is_told_with_its_line(String text, int line, String words) {
        if (words.equals("null")) {
            assertThat(parsed(text)).isInstanceOf(Nothing.class);
            return;
        }
        assertThat(YamlDocument.parse(text.getBytes(UTF_8)))
                .isInstanceOfSatisfying(DocumentReading.Unparsed.class, it -> {
                    assertThat(it.problem().line()).isEqualTo(line);
                    assertThat(it.problem().message()).contains(words).doesNotContain("\n", "org.snakeyaml");
                });
    }

    @Test
    void bytes_that_are_no_utf_8_are_told_with_their_line() {
        assertThat(YamlDocument.parse("a: 1\nb: Grüße\n".getBytes(ISO_8859_1)))
                .isInstanceOfSatisfying(DocumentReading.Unparsed.class, it -> {
                    assertThat(it.problem().line()).isEqualTo(2);
                    assertThat(it.problem().message()).contains("not UTF-8");
                });
    }

    private static Document parsed(String text) {
        return switch (YamlDocument.parse(text.getBytes(UTF_8))) {
            case DocumentReading.Parsed(var document) -> document;
            case DocumentReading.Unparsed(var problem) -> throw new AssertionError(problem.words());
        };
    }
}
