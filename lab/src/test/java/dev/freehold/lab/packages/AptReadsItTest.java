package dev.freehold.lab.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.lab.Lab;
import dev.freehold.lab.LabSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Debian's own apt and dpkg take the packages as they are, in a root of their own.
@Tag("third-party")
class AptReadsItTest {
    @TempDir
    Path folder;

    private Lab lab;
    private Path root;

    @BeforeEach
    void serve() throws Exception {
        lab = Lab.start(LabSettings.in(folder.resolve("lab")));
        root = folder.resolve("root");
        for (var place : List.of(
                "etc/apt/preferences.d",
                "etc/apt/apt.conf.d",
                "var/lib/dpkg",
                "var/lib/apt/lists/partial",
                "var/cache/apt/archives/partial",
                "var/log/apt")) {
            Files.createDirectories(root.resolve(place));
        }
        Files.createFile(root.resolve("var/lib/dpkg/status"));
        var sources = new StringBuilder();
        lab.endpoints()
                .packageSources()
                .forEach((_, base) ->
                        sources.append("deb [trusted=yes] ").append(base).append(" bookworm main\n"));
        Files.writeString(root.resolve("etc/apt/sources.list"), sources);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "arm64"})
    void apt_updates_from_it_and_downloads_what_the_images_install(String architecture) throws Exception {
        // when
        apt(architecture, "update", "--error-on=any");
        apt(architecture, "--yes", "--download-only", "install", "tailscale", "proxmox-ve", "ceph", "ceph-volume");
        // then
        try (var files = Files.list(root.resolve("var/cache/apt/archives"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".deb")))
                    .contains(
                            "tailscale_1.90.0~lab1_all.deb",
                            "pve-manager_8.4.0~lab1_all.deb",
                            "ceph-osd_19.2.0~lab1_all.deb")
                    .hasSize(11);
        }
    }

    @Test
    void dpkg_lists_and_unpacks_what_is_in_a_package() throws Exception {
        // given
        apt("amd64", "update", "--error-on=any");
        apt("amd64", "--yes", "--download-only", "install", "tailscale");
        var deb = root.resolve("var/cache/apt/archives/tailscale_1.90.0~lab1_all.deb");
        // when
        var contents = run("dpkg-deb", "--contents", deb.toString());
        var fields = run("dpkg-deb", "--field", deb.toString(), "Package", "Architecture", "Description");
        run("dpkg-deb", "--extract", deb.toString(), folder.resolve("unpacked").toString());
        // then
        assertThat(contents)
                .contains(
                        "-rwxr-xr-x 0/0 ",
                        "1970-01-01 00:00 ./usr/sbin/tailscaled\n",
                        "./lib/systemd/system/tailscaled.service\n");
        assertThat(fields).contains("Package: tailscale", "Architecture: all", "stand-in for Tailscale's");
        assertThat(folder.resolve("unpacked/usr/sbin/tailscaled")).isExecutable();
    }

    private void apt(String architecture, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("apt-get", "-q"));
        for (var option : List.of(
                "Dir=" + root,
                "Dir::State::status=" + root.resolve("var/lib/dpkg/status"),
                "APT::Architecture=" + architecture,
                "APT::Architectures=" + architecture,
                "APT::Sandbox::User=",
                "Debug::NoLocking=true",
                "Acquire::http::Proxy=DIRECT")) {
            command.addAll(List.of("-o", option));
        }
        command.addAll(List.of(words));
        run(command.toArray(String[]::new));
    }

    /// What it said; where it is not installed the test is skipped, but never in CI.
    private static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            assumeTrue("true".equals(System.getenv("CI")), command[0] + " is not installed");
            throw missing;
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + '\n' + said)
                .isZero();
        return said;
    }
}
