package dev.freehold.adapters.local.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that others wrote take the repository: git, yamllint, and a checker of JSON Schema with schemas of our
/// own, which name every field that these objects may have in Flux' and Kubernetes' API.
@Tag("third-party")
class OthersReadTheRepositoryTest {
    @TempDir
    private Path folder;

    private Path clone = Path.of("unset");

    @BeforeEach
    void cloned_by_git() throws Exception {
        var setup = new Setup(folder);
        setup.make();
        clone = folder.resolve("clone");
        var cloned = Program.run("git", "clone", "--quiet", setup.git().folder().toString(), clone.toString());
        assertThat(cloned.code()).as(cloned.said()).isZero();
        var status = Program.in(setup.git().folder(), "git", "status", "--porcelain");
        assertThat(status.said()).isEmpty();
    }

    @Test
    void git_finds_nothing_wrong_and_nothing_but_what_was_generated() throws Exception {
        var checked = Program.in(clone, "git", "fsck", "--strict");
        assertThat(checked.code()).as(checked.said()).isZero();
        assertThat(Program.in(clone, "git", "ls-files").said().lines())
                .contains(
                        ".sops.yaml",
                        "clusters/homelab/flux-system/gotk-sync.yaml",
                        "infrastructure/cilium/cilium.yaml")
                .contains(
                        "infrastructure/secrets/operator-oauth.sops.yaml",
                        "infrastructure/secrets/grafana-cloud.sops.yaml");
    }

    @Test
    void yamllint_finds_nothing() throws Exception {
        var linted = Program.in(
                clone,
                "yamllint",
                "--strict",
                "-d",
                // SOPS writes its own way: no marker at the beginning, deeper lists, long lines.
                "{extends: default, ignore: ['*.sops.yaml'], rules: {line-length: disable}}",
                ".");
        assertThat(linted.code()).as(linted.said()).isZero();
    }

    @Test
    void every_object_has_the_fields_that_its_api_knows_and_no_others() throws Exception {
        // given
        var schema = folder.resolve("schema.json");
        try (var in = getClass().getResourceAsStream("objects.schema.json")) {
            assertThat(in).isNotNull();
            Files.write(schema, in.readAllBytes());
        }
        var documents = documents();
        assertThat(documents).hasSizeGreaterThan(20);
        // when
        var command = new ArrayList<>(List.of("check-jsonschema", "--schemafile", schema.toString()));
        documents.forEach(document -> command.add(document.toString()));
        var checked = Program.run(command.toArray(String[]::new));
        // then
        assertThat(checked.code()).as(checked.said()).isZero();
        // and: the check can fail
        var wrong = Files.writeString(
                folder.resolve("wrong.yaml"),
                Files.readString(documents.getFirst()).replace("kind:", "knid:"));
        assertThat(Program.run("check-jsonschema", "--schemafile", schema.toString(), wrong.toString())
                        .code())
                .isEqualTo(1);
    }

    /// Each object in a file of its own.
    private List<Path> documents() throws IOException {
        var apart = Files.createDirectories(folder.resolve("apart"));
        var documents = new ArrayList<Path>();
        try (var files = Files.walk(clone)) {
            for (var file :
                    files.filter(OthersReadTheRepositoryTest::isManifest).toList()) {
                for (var document : Files.readString(file).split("(?m)^---\n", -1)) {
                    if (!document.isBlank()) {
                        documents.add(Files.writeString(apart.resolve(documents.size() + ".yaml"), document));
                    }
                }
            }
        }
        return documents;
    }

    private static boolean isManifest(Path file) {
        return file.toString().endsWith(".yaml")
                && !file.endsWith(".sops.yaml")
                && !file.toString().contains("/.git/");
    }
}
