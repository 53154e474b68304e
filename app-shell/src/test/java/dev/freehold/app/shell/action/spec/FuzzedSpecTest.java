package dev.freehold.app.shell.action.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a file holds, `plan -f FILE` ends with a code of its own and a message, never with a bug.
class FuzzedSpecTest {
    private static final int FILES = 40;
    private static final List<Integer> EXPECTED = List.of(0, 2, 3);

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_bytes(long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < FILES; i++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            ends(bytes);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_sound_spec_with_some_bytes_changed(long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < FILES; i++) {
            var bytes = sound().getBytes(StandardCharsets.UTF_8);
            for (int j = random.nextInt(1, 6); j > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            ends(bytes);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_sound_spec_with_some_lines_and_values_swapped(long seed) throws Exception {
        var random = new Random(seed);
        var values = List.of(
                "null",
                "-1",
                "1e9999",
                "[]",
                "{}",
                "''",
                "true",
                "10.0.0.0/8",
                "999.1.1.1",
                "[[[]]]",
                "&a *a",
                "!!x y");
        for (int i = 0; i < FILES; i++) {
            var lines = new ArrayList<>(Arrays.asList(sound().split("\n")));
            for (int j = random.nextInt(1, 5); j > 0; j--) {
                int at = random.nextInt(lines.size());
                var line = lines.get(at);
                int colon = line.indexOf(": ");
                switch (random.nextInt(4)) {
                    case 0 -> lines.remove(at);
                    case 1 -> lines.add(at, line);
                    case 2 -> lines.set(at, "  " + line);
                    default ->
                        lines.set(
                                at,
                                (colon < 0 ? line : line.substring(0, colon)) + ": "
                                        + values.get(random.nextInt(values.size())));
                }
            }
            ends(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String sound() {
        return dev.freehold.domain.specfile.Topology.THREE_NODE.text();
    }

    private void ends(byte[] spec) throws Exception {
        var file = Files.write(folder.resolve("fuzzed.yaml"), spec);
        var started = Started.in(folder, "plan", "-f", file.toString());
        var shown = new String(spec, StandardCharsets.UTF_8) + "\n" + started.err();
        assertThat(started.code()).as(shown).isIn(EXPECTED);
        assertThat(started.err()).as(shown).doesNotContain("bug in Freehold").doesNotContain("\tat ");
        if (started.code() == 2) {
            assertThat(started.out().isEmpty() ? started.err() : started.out()).isNotBlank();
        }
    }
}
