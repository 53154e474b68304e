package dev.freehold.adapters.local.spec;

import static dev.freehold.domain.yaml.YamlValue.entry;
import static dev.freehold.domain.yaml.YamlValue.group;
import static dev.freehold.domain.yaml.YamlValue.inlineItems;
import static dev.freehold.domain.yaml.YamlValue.items;
import static dev.freehold.domain.yaml.YamlValue.quoted;
import static dev.freehold.domain.yaml.YamlValue.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.yaml.YamlValue.Block;
import dev.freehold.domain.yaml.YamlValue.Comment;
import dev.freehold.domain.yaml.YamlWriter;
import dev.freehold.ports.document.DocumentReading;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YamlWriterTest {
    /// What quoting is about, one of each sort.
    private static final String LETTERS = "a1 \"\\'#:{}[],&*!|>%@`\t\n\r\u0000\u0085\u00a0\u2028\u2029\ufeffü猫";

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void each_value_stands_as_it_was_asked_to() {
        var document = group(
                new Comment(" of the whole", false),
                entry("kind", word("Secret")),
                entry("name", quoted("home \"lab\"")),
                entry(
                        "rules",
                        items(List.of(
                                group(entry("one", word(1)), entry("two", quoted(2))),
                                inlineItems(List.of(word("a")))))),
                entry("none", inlineItems(List.of())),
                entry("deep", group(entry("text", new Block("first\n\n  second\n")))));

        assertThat(YamlWriter.write(document, 2)).isEqualTo("""
            # of the whole
            kind: Secret
            name: "home \\"lab\\""
            rules:
              - one: 1
                two: "2"
              - [a]
            none: []
            deep:
              text: |
                first

                  second
            """);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_quoted_text_is_read_as_it_was(long seed) {
        // given
        var random = new SplittableRandom(seed);
        var text = new StringBuilder();
        random.ints(random.nextInt(12), 0, LETTERS.length()).forEach(at -> text.append(LETTERS.charAt(at)));
        // when
        var written = YamlWriter.write(group(entry("text", quoted(text)), entry("last", word(1))), 2);
        // then
        assertThat(YamlDocument.parse(written))
                .isInstanceOfSatisfying(
                        DocumentReading.Parsed.class,
                        parsed -> assertThat(((Document.Mapping) parsed.document()).entries())
                                .extracting(one -> ((Document.Scalar) one.value()).text())
                                .containsExactly(text.toString(), "1"));
    }
}
