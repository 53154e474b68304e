package dev.freehold.app.shell.action.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tailscal: none                                | tailscal
        debian: none                                  | nothing is built without it
        tailscale-key: https://example.org/key        | the fingerprint of a key
        ceph: 0123456789ABCDEF0123456789ABCDEF01234567 | a URL or none
        """)
    void a_source_that_means_nothing_is_refused(String source, String words) throws Exception {
        // given
        var spec = Files.writeString(
                home.resolve("freehold.yaml"), "name: homelab\nimages: {sources: {" + source + "}}\n");
        // when
        var refused = Started.in(home, "images", "list", "-f", spec.toString());
        // then
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err().replaceAll("\\s+", " "))
                .contains("freehold.yaml:2")
                .contains(words);
    }

    @Test
    void on_live_packages_that_nobody_is_known_to_publish_are_asked_for_before_anything_is_built() {
        // when
        var refused = Started.in(home, "images", "build", "--target", "live");
        // then
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err().replaceAll("\\s+", " ")).contains("images.sources.proxmox: none");
    }

    @Test
    void where_hosts_get_their_packages_from_changes_no_base_image() throws Exception {
        // given
        var spec = Files.writeString(home.resolve("freehold.yaml"), "name: homelab\nimages: {sources: {ceph: none}}\n");
        var before = json("images", "build", "-o", "json");
        // when
        var after = json("images", "build", "-f", spec.toString(), "-o", "json");
        // then
        assertThat(after.at("/images/0")).isEqualTo(before.at("/images/0"));
        assertThat(after.at("/images/1")).isEqualTo(before.at("/images/1"));
        assertThat(after.at("/images/2")).isNotEqualTo(before.at("/images/2"));
    }

    @Test
    void an_image_that_was_uploaded_is_not_missed_when_its_file_changes() throws Exception {
        // given
        assertThat(Started.in(home, "deploy", "images", "--yes").code()).isZero();
        // when
        json("images", "build", "base", "--arch", "arm64", "--without", "tailscale", "-o", "json");
        // then
        assertThat(Started.in(home, "drift").out()).contains("No drift");
        assertThat(Started.in(home, "plan", "images", "--refresh").out()).endsWith("No changes.\n");
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
