package dev.freehold.adapters.local.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.spec.AnySpec;
import dev.freehold.domain.specfile.SpecReader;
import dev.freehold.domain.specfile.SpecReading;
import dev.freehold.domain.specfile.SpecText;
import dev.freehold.domain.specfile.Topology;
import dev.freehold.ports.document.DocumentReading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the file holds, reading it gives an answer.
class SpecFuzzTest {
    /// Pieces that have a meaning in YAML or in a spec.
    private static final List<String> PIECES = List.of(
            ": ",
            "- ",
            "\n",
            "  ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "#",
            "'",
            "\"",
            "&a ",
            "*a",
            "!!int ",
            "|\n",
            ">\n",
            "? ",
            "---\n",
            "...\n",
            "<<: ",
            "%YAML 1.2\n",
            "\t",
            "null",
            "~",
            "true",
            "1e9",
            "-1",
            ".nan",
            "0x1F",
            "name",
            "nodes",
            "network",
            "vcn",
            "10.0.0.0/16",
            "10.0.1.10",
            "VM.Standard.A1.Flex",
            "shape",
            "ceph",
            "size",
            "kubernetes",
            "\u0000",
            "\uFEFF",
            "🌍",
            "\u2028",
            "\u0085",
            "\r",
            "\\x41",
            "a".repeat(300));

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void random_bytes_get_an_answer(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertAnswered(bytes);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pieces_of_yaml_get_an_answer(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            var text = new StringBuilder(random.nextBoolean() ? "name: a\n" : "");
            int pieces = random.nextInt(40);
            for (int piece = 0; piece < pieces; piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            assertAnswered(text.toString());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_spec_with_flipped_bytes_gets_an_answer(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            var bytes = text(random).getBytes(StandardCharsets.UTF_8);
            int flips = 1 + random.nextInt(4);
            for (int flip = 0; flip < flips; flip++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertAnswered(bytes);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_spec_with_lines_lost_repeated_or_moved_gets_an_answer(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            var lines = new ArrayList<>(text(random).lines().toList());
            int from = random.nextInt(lines.size());
            int to = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(from);
                case 1 -> lines.add(to, lines.get(from));
                case 2 -> Collections.swap(lines, from, to);
                default -> lines.set(to, "  " + lines.get(to));
            }
            assertAnswered(String.join("\n", lines));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_spec_whose_values_were_swapped_for_others_gets_an_answer(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            var words = text(random).split("(?<=[:,{}\\[\\]\\n ])|(?=[:,{}\\[\\]\\n ])", -1);
            int swaps = 1 + random.nextInt(5);
            for (int swap = 0; swap < swaps; swap++) {
                words[random.nextInt(words.length)] = random.nextBoolean()
                        ? words[random.nextInt(words.length)]
                        : PIECES.get(random.nextInt(PIECES.size()));
            }
            assertAnswered(String.join("", words));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_valid_spec_reads_back_as_itself(long seed) {
        for (int round = 0; round < 10; round++) {
            var spec = AnySpec.of(seed * 10 + round);
            assertThat(SpecTexts.read(SpecText.of(spec))).isEqualTo(new SpecReading.Sound(spec));
        }
    }

    @Test
    void every_topology_reads_back_as_itself() {
        for (var topology : Topology.values()) {
            assertThat(SpecTexts.sound(SpecText.of(topology.spec()))).isEqualTo(topology.spec());
        }
    }

    private static String text(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Topology.THREE_NODE.text();
            case 1 -> Topology.TWO_NODE.text();
            default -> SpecText.of(AnySpec.of(random.nextInt(1_000)));
        };
    }

    private static void assertAnswered(String text) {
        assertAnswered(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertAnswered(byte[] bytes) {
        var reading = switch (YamlDocument.parse(bytes)) {
            case DocumentReading.Parsed(var document) -> SpecReader.read(document);
            case DocumentReading.Unparsed(var problem) -> new SpecReading.Faulty(List.of(problem));
        };
        switch (reading) {
            case SpecReading.Sound(var spec) ->
                // Faults may cancel out; then what was understood can be said again.
                assertThat(SpecTexts.read(SpecText.of(spec))).isEqualTo(reading);
            case SpecReading.Faulty(var problems) ->
                assertThat(problems).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.message()).isNotBlank().doesNotContain("\n", "Exception", "java.");
                    assertThat(problem.path()).doesNotContain("\n");
                });
        }
    }
}
