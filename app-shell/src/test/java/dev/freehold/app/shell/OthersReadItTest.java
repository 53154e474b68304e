package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.spec.DefaultSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs that others wrote take what Freehold prints, and what it is started by.
@Tag("third-party")
class OthersReadItTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final String CYCLONEDX = """
        import sys
        from cyclonedx.schema import SchemaVersion
        from cyclonedx.validation.json import JsonStrictValidator
        wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(open(sys.argv[1]).read())
        print("not valid" if wrong else "valid")
        """;

    @TempDir
    Path folder;

    @Test
    void graphviz_draws_the_graph_with_every_resource_of_the_blueprint() throws Exception {
        var dot = Files.writeString(folder.resolve("graph.dot"), printed("graph", "--format", "dot"));

        var drawn = program("dot", "-Tplain", dot.toString());

        assertThat(drawn.code()).as(drawn.said()).isZero();
        assertThat(drawn.said().lines().filter(line -> line.startsWith("node ")))
                .hasSize(Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.AS_IN_SPEC)
                        .size())
                .anySatisfy(line -> assertThat(line).contains("talos/etcd-bootstrap/homelab"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-node", "two-node"})
    void a_checker_of_json_schema_accepts_what_init_writes(String topology) throws Exception {
        var spec = folder.resolve("freehold.yaml");
        assertThat(Started.in(folder, "init", "--topology", topology, "-f", spec.toString())
                        .code())
                .isZero();

        var checked = program("check-jsonschema", "--schemafile", schema(), spec.toString());

        assertThat(checked.code()).as(checked.said()).isZero();
    }

    @Test
    void a_checker_of_json_schema_refuses_what_freehold_refuses() throws Exception {
        var spec = Files.writeString(folder.resolve("freehold.yaml"), "name: homelab\nregon: eu-frankfurt-1\n");

        var checked = program("check-jsonschema", "--schemafile", schema(), spec.toString());

        assertThat(checked.code()).as(checked.said()).isEqualTo(1);
        assertThat(checked.said()).contains("regon");
    }

    @Test
    void the_schema_is_a_schema() throws Exception {
        var checked = program("check-jsonschema", "--check-metaschema", schema());

        assertThat(checked.code()).as(checked.said()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"library, valid", "teapot, not valid"})
    void cyclonedx_own_checker_takes_the_contents_of_an_image(String type, String verdict) throws Exception {
        // given
        Started.in(folder, "images", "build", "base", "--arch", "amd64");
        var contents = Started.in(folder, "images", "sbom").out().replace("library", type);
        var file = Files.writeString(folder.resolve("sbom.json"), contents);
        // when
        var checked = program("python3", "-c", CYCLONEDX, file.toString());
        // then
        assumeTrue(!checked.said().contains("No module named") || "true".equals(System.getenv("CI")), checked.said());
        assertThat(checked.said().strip()).isEqualTo(verdict);
    }

    @Test
    void shellcheck_finds_nothing_in_the_scripts() throws Exception {
        var checked = program(
                "shellcheck",
                ROOT.resolve("freehold").toString(),
                ROOT.resolve("code-format/format").toString(),
                ROOT.resolve("adapters-local/src/test/sh/install-sops").toString(),
                ROOT.resolve("app-shell/src/test/sh/install-kubernetes-tools").toString(),
                ROOT.resolve(".ci/run").toString());

        assertThat(checked.code()).as(checked.said()).isZero();
    }

    private static String printed(String... words) {
        var started = Started.with(words);
        assertThat(started.code()).as(started.err()).isZero();
        return started.out();
    }

    private String schema() throws IOException {
        return Files.writeString(folder.resolve("schema.json"), printed("schema"))
                .toString();
    }

    private record Ended(int code, String said) {}

    /// Where the program isn't installed the test is skipped, but never in CI.
    private static Ended program(String name, String... words) throws Exception {
        boolean there =
                Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, name)));
        assumeTrue(there || "true".equals(System.getenv("CI")), name + " is not installed");
        var command = new ArrayList<String>();
        command.add(name);
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        }
    }
}
