package dev.freehold.app.shell.action.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.app.shell.ServedLab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A real image from Debian's packages and the lab's, uploaded, imported and launched from, over the wire.
@Tag("third-party")
class RealImageTest {
    private static final String ONE_MACHINE = """
        name: homelab
        nodes:
          - {name: bastion, role: bastion, shape: VM.Standard.E2.1.Micro, boot-volume-gb: 50, address: 10.0.1.20,
             public-ip: reserved, tailnet-address: 100.64.0.4}
        images: {builder: mmdebstrap}
        """;

    @TempDir
    Path home;

    @Test
    void a_real_image_is_built_uploaded_imported_and_launched_from() throws Exception {
        assumeBuilder();
        var spec = home.resolve("freehold.yaml").toString();
        Files.writeString(Path.of(spec), ONE_MACHINE);
        try (var lab = ServedLab.in(home)) {
            // when
            lab.succeeds("deploy", "images", "oci", "--yes", "-f", spec);
            // then
            var validated = lab.succeeds("validate", "images", "-f", spec).out();
            assertThat(validated).contains("packages of image base-amd64").contains("hardening points of image");
            assertThat(lab.standing())
                    .contains("images/custom-image/base-amd64", "oci/instance/bastion")
                    .doesNotContain("images/prebuilt-image/base-amd64");
            var listed = JsonMapper.shared()
                    .readTree(lab.succeeds("images", "list", "-f", spec, "-o", "json")
                            .out());
            assertThat(listed.at("/images")).hasSize(1);
            assertThat(listed.at("/images/0/packages").asInt()).isGreaterThan(200);
            assertThat(listed.at("/images/0/sizeBytes").asLong()).isBetween(100_000_000L, 500_000_000L);
            var checked = lab.succeeds("images", "harden-check", "-f", spec).out();
            assertThat(checked).contains("firewall").contains("All points hold.");
            assertThat(lab.succeeds("images", "sbom", "-f", spec).out()).contains("pkg:deb/debian/openssh-server@");
            // and when the disk is damaged
            var file = Path.of(listed.at("/images/0/file").asString());
            Files.writeString(file, "x", java.nio.file.StandardOpenOption.WRITE);
            // then
            assertThat(lab.run("images", "harden-check", "-f", spec).code()).isEqualTo(1);
        }
    }

    /// In CI the programs must be there; elsewhere what is missing skips the test.
    private static void assumeBuilder() {
        var path = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of).toList();
        var missing = List.of("mmdebstrap", "sfdisk", "mkfs.vfat", "mcopy", "mke2fs", "qemu-img").stream()
                .filter(program -> path.stream().noneMatch(folder -> Files.isExecutable(folder.resolve(program))))
                .toList();
        assumeTrue(missing.isEmpty() || System.getenv("CI") != null, "not installed here: " + missing);
    }
}
