package dev.freehold.lab.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.Lab;
import dev.freehold.lab.LabSettings;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageHostTest {
    /// Names in the images' lists that Debian 12 itself has, and nobody here.
    private static final Set<String> OF_DEBIAN = Set.of("chrony", "open-iscsi", "postfix");

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void serve() {
        lab = Lab.start(LabSettings.in(folder.resolve("lab")));
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tailscale", "proxmox", "ceph"})
    void every_file_that_the_release_lists_is_there_with_its_length_and_sum(String vendor) throws Exception {
        var served = Served.by(lab, vendor);
        // when
        var release = served.release();
        // then
        assertThat(release)
                .containsEntry("Suite", "bookworm")
                .containsEntry("Codename", "bookworm")
                .containsEntry("Components", "main")
                .containsEntry("Architectures", "amd64 arm64");
        assertThat(served.listed()).hasSize(4).allSatisfy(file -> {
            var bytes = served.get("dists/bookworm/" + file.path());
            assertThat(bytes.length).isEqualTo((int) file.size());
            assertThat(sha256(bytes)).isEqualTo(file.sha256());
        });
        assertThat(new GZIPInputStream(
                                new ByteArrayInputStream(served.get("dists/bookworm/main/binary-arm64/Packages.gz")))
                        .readAllBytes())
                .isEqualTo(served.get("dists/bookworm/main/binary-amd64/Packages"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tailscale", "proxmox", "ceph"})
    void every_package_of_the_index_is_there_and_says_of_itself_what_the_index_says(String vendor) throws Exception {
        var served = Served.by(lab, vendor);
        for (var indexed : served.packages("arm64")) {
            // when
            var deb = served.get(indexed.get("Filename"));
            var members = members(deb);
            var control = tar(members.get("control.tar.gz"));
            // then
            assertThat(deb.length).isEqualTo(Integer.parseInt(indexed.get("Size")));
            assertThat(sha256(deb)).isEqualTo(indexed.get("SHA256"));
            assertThat(members.keySet()).containsExactly("debian-binary", "control.tar.gz", "data.tar.gz");
            assertThat(members.get("debian-binary"))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("2.0\n");
            assertThat(control.keySet()).as("no maintainer scripts").containsExactly("./", "./control");
            var own = Served.stanzas(control.get("./control")).getFirst();
            assertThat(indexed).containsAllEntriesOf(own);
            assertThat(own.get("Description")).startsWith("stand-in for ").contains("not the vendor's software");
            assertFoldersComeFirst(tar(members.get("data.tar.gz")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tailscale", "proxmox", "ceph"})
    void what_the_images_install_from_a_vendor_is_what_its_repository_has(String vendor) throws Exception {
        // given
        var list = Path.of("").toAbsolutePath().getParent().resolve("images/packages/" + vendor + ".list");
        var wanted = new TreeSet<>(Files.readAllLines(list));
        // A - stands before what an image leaves out.
        wanted.removeIf(line -> line.startsWith("#") || line.startsWith("-") || line.isBlank());
        // when
        var packages = Served.by(lab, vendor).packages("amd64");
        var names = packages.stream().map(one -> one.get("Package")).toList();
        // then
        var expected = new TreeSet<>(wanted);
        expected.removeAll(OF_DEBIAN);
        assertThat(expected).isNotEmpty();
        assertThat(names)
                .containsAll(expected)
                .doesNotContainAnyElementsOf(OF_DEBIAN)
                .doesNotHaveDuplicates();
        var wantedOrNeeded = new TreeSet<>(expected);
        for (var one : packages) {
            var needs = one.get("Depends");
            if (needs != null) {
                wantedOrNeeded.addAll(List.of(needs.split(", ")));
            }
        }
        assertThat(names)
                .as("nothing that nobody asks for, and nothing missing")
                .containsExactlyInAnyOrderElementsOf(wantedOrNeeded);
    }

    @Test
    void the_same_bytes_come_from_another_lab() throws Exception {
        try (var other = Lab.start(LabSettings.in(folder.resolve("other")).withSeed(7))) {
            for (var vendor : List.of("tailscale", "proxmox", "ceph")) {
                assertThat(Served.by(other, vendor).get("dists/bookworm/Release"))
                        .isEqualTo(Served.by(lab, vendor).get("dists/bookworm/Release"));
            }
        }
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        var served = Served.by(lab, "tailscale");
        assertThat(served.status("dists/bookworm/Release")).isEqualTo(200);
        assertThat(served.status("dists/bookworm/InRelease")).isEqualTo(404);
        assertThat(served.status("dists/trixie/Release")).isEqualTo(404);
        assertThat(served.status("../nobody/dists/bookworm/Release")).isEqualTo(404);
    }

    private static void assertFoldersComeFirst(Map<String, String> entries) {
        var seen = new TreeSet<String>();
        for (var name : entries.keySet()) {
            var bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
            if (bare.contains("/")) {
                assertThat(seen).as(name).contains(bare.substring(0, bare.lastIndexOf('/') + 1));
            }
            seen.add(name);
        }
    }

    private static Map<String, byte[]> members(byte[] ar) {
        assertThat(new String(ar, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("!<arch>\n");
        var members = new LinkedHashMap<String, byte[]>();
        int at = 8;
        while (at < ar.length) {
            var header = new String(ar, at, 60, StandardCharsets.US_ASCII);
            assertThat(header).endsWith("`\n");
            int length = Integer.parseInt(header.substring(48, 58).strip());
            members.put(header.substring(0, 16).strip(), Arrays.copyOfRange(ar, at + 60, at + 60 + length));
            at += 60 + length + length % 2;
        }
        return members;
    }

    private static Map<String, String> tar(byte[] packed) throws Exception {
        var tar = ByteBuffer.wrap(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
        var entries = new LinkedHashMap<String, String>();
        var header = new byte[512];
        for (tar.get(header); header[0] != 0; tar.get(header)) {
            var content = new byte[Integer.parseInt(field(header, 124, 12), 8)];
            tar.get(content);
            tar.position(tar.position() + (512 - content.length % 512) % 512);
            entries.put(field(header, 0, 100), new String(content, StandardCharsets.UTF_8));
        }
        return entries;
    }

    private static String field(byte[] header, int from, int length) {
        var text = new String(header, from, length, StandardCharsets.US_ASCII);
        return text.substring(0, text.indexOf('\0'));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
