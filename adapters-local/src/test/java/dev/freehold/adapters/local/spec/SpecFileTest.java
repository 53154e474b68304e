package dev.freehold.adapters.local.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.document.Mistake;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.specfile.SpecReading;
import dev.freehold.domain.specfile.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_is_read() throws IOException {
        var file = Files.writeString(folder.resolve("freehold.yaml"), Topology.THREE_NODE.text());

        assertThat(SpecFile.read(file)).isEqualTo(new SpecReading.Sound(DefaultSpec.threeNode()));
    }

    @Test
    void every_problem_names_the_file() throws IOException {
        var file = Files.writeString(folder.resolve("freehold.yaml"), "name: a\nregion: b\nfoo: 1\n");

        assertThat(problems(file))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.words()).startsWith(file + ":"));
    }

    @Test
    void a_fault_of_syntax_names_the_file() throws IOException {
        var file = Files.writeString(folder.resolve("freehold.yaml"), "name: a\nregion: [\n");

        assertThat(problems(file).getFirst().words()).startsWith(file + ":3: is not YAML");
    }

    @Test
    void a_missing_file_is_told() {
        assertThat(problems(folder.resolve("none.yaml")).getFirst().words())
                .startsWith(folder.resolve("none.yaml") + ": there is no such file");
    }

    @Test
    void a_folder_is_told() {
        assertThat(problems(folder).getFirst().message()).startsWith("is a folder");
    }

    @Test
    void a_file_too_large_is_told_before_it_is_parsed() throws IOException {
        var file = Files.write(folder.resolve("freehold.yaml"), new byte[YamlFile.MOST_BYTES + 1]);

        assertThat(problems(file).getFirst().message()).contains("larger than 4 MiB");
    }

    @Test
    void an_endless_file_is_told() {
        var endless = Path.of("/dev/zero");
        if (Files.exists(endless)) {
            assertThat(problems(endless).getFirst().message()).contains("larger than 4 MiB");
        }
    }

    private static List<Mistake> problems(Path file) {
        return switch (SpecFile.read(file)) {
            case SpecReading.Sound(var spec) -> throw new AssertionError("nothing is wrong in " + spec);
            case SpecReading.Faulty(var problems) -> problems;
        };
    }
}
