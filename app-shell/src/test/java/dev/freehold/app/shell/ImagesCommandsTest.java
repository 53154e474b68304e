package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands `images ...` where nothing is real but what they say.
class ImagesCommandsTest {
    @TempDir
    Path home;

    private JsonNode json(String... words) {
        var started = Started.in(home, words);
        assertThat(started.code()).as(started.err()).isZero();
        return JsonMapper.shared().readTree(started.out());
    }

    @Test
    void what_the_platform_needs_is_built_and_listed() {
        // when
        var built = json("images", "build", "-o", "json");
        // then
        assertThat(built.at("/images").findValuesAsString("image")).containsExactly("base", "base", "proxmox");
        assertThat(built.at("/images").findValuesAsString("arch")).containsExactly("amd64", "arm64", "arm64");
        var image = built.at("/images/0");
        assertThat(image.propertyNames())
                .contains(
                        "image",
                        "arch",
                        "builder",
                        "file",
                        "format",
                        "sizeBytes",
                        "virtualSizeBytes",
                        "sha256",
                        "packages",
                        "seconds");
        assertThat(image.path("format").asString()).isEqualTo("qcow2");
        assertThat(image.path("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(json("images", "list", "-o", "json")).isEqualTo(built);
        // and when it is asked for again
        assertThat(json("images", "build", "-o", "json")).isEqualTo(built);
    }

    @Test
    void one_image_of_one_architecture_is_built_without_what_is_left_out() {
        // when
        var built = json(
                "images",
                "build",
                "base",
                "--arch",
                "amd64",
                "--builder",
                "mmdebstrap",
                "--without",
                "tailscale",
                "-o",
                "json");
        // then
        assertThat(built.at("/images")).hasSize(1);
        assertThat(built.at("/images/0/builder").asString()).isEqualTo("mmdebstrap");
        assertThat(built.at("/images/0/without/0").asString()).isEqualTo("tailscale");
        // and
        var contents = json("images", "sbom");
        assertThat(contents.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(contents.at("/components").findValuesAsString("name"))
                .contains("openssh-server")
                .doesNotContain("tailscale");
    }

    @Test
    void a_spec_leaves_a_part_out_by_none() throws Exception {
        // given
        var spec = home.resolve("freehold.yaml");
        Files.writeString(spec, "name: homelab\nimages: {sources: {tailscale: none}}\n");
        // when
        var built = json("images", "build", "base", "-f", spec.toString(), "-o", "json");
        // then
        assertThat(built.at("/images/0/without/0").asString()).isEqualTo("tailscale");
    }

    @Test
    void an_image_built_beforehand_is_what_is_deployed_and_no_stray() {
        // given
        var built = json("images", "build", "-o", "json");
        assertThat(Started.in(home, "drift").out()).contains("No drift");
        // when
        assertThat(Started.in(home, "deploy", "images", "--yes").code()).isZero();
        // then
        assertThat(json("images", "list", "-o", "json")).isEqualTo(built);
    }

    @Test
    void each_hardening_point_is_shown() {
        // given
        json("images", "build", "base", "--arch", "amd64", "-o", "json");
        // when
        var checked = json("images", "harden-check", "-o", "json");
        // then
        assertThat(checked.path("result").asString()).isEqualTo("pass");
        assertThat(checked.at("/images/0/points").findValuesAsString("name")).contains("file-sha256");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1 | images sbom                        | No image was built
        1 | images harden-check                | No image was built
        2 | images build --without teapot      | There is no part 'teapot'
        2 | images build --arch riscv64        | riscv64
        2 | images build --builder make        | make
        2 | images build proxmox --arch amd64 extra | extra
        """)
    void what_cannot_be_done_says_why(int code, String line, String words) {
        // when
        var started = Started.in(home, line.split(" "));
        // then
        assertThat(started.code()).isEqualTo(code);
        assertThat(started.err()).contains(words);
    }

    @Test
    void the_contents_of_several_images_are_asked_for_one_by_one() {
        // given
        json("images", "build", "-o", "json");
        // when, then
        assertThat(Started.in(home, "images", "sbom").err())
                .contains("base-arm64,")
                .contains("proxmox-arm64");
        assertThat(json("images", "sbom", "proxmox")
                        .at("/metadata/component/name")
                        .asString())
                .isEqualTo("proxmox-arm64");
        assertThat(Started.in(home, "images", "sbom", "base-riscv").code()).isEqualTo(2);
    }
}
