package dev.freehold.lab.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.Lab;
import dev.freehold.lab.LabSettings;
import dev.freehold.lab.OpenLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Oracle's own command line finds in the lab what it finds at Oracle.
@Tag("third-party")
class OracleCliTest {
    /// What takes a minute there takes a tenth of a second here.
    private static final double PACE = 600;

    @TempDir
    private Path folder;

    private Lab lab;
    private OracleCli cli;
    private String root;

    @BeforeEach
    void start() {
        lab = Lab.start(LabSettings.in(folder.resolve("world")).withPace(PACE));
        cli = OracleCli.against(lab.endpoints());
        root = lab.endpoints().ociCompartment();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void buckets_and_objects_come_and_go() throws IOException {
        var small = Files.writeString(folder.resolve("small.txt"), "hello");
        cli.oci("os", "bucket", "create", "--name", "media", "-c", root).json();
        var tagged = cli.oci("os", "bucket", "update", "--name", "media", "--freeform-tags", "{\"a\":\"b\"}");
        assertThat(tagged.data().path("freeform-tags").path("a").asString()).isEqualTo("b");
        assertThat(cli.oci("os", "bucket", "list", "-c", root).data()).hasSize(1);
        for (var name : new String[] {"dir/with space", "dir/two", "top"}) {
            cli.oci("os", "object", "put", "-bn", "media", "--file", small.toString(), "--name", name)
                    .json();
        }

        var top = cli.oci("os", "object", "list", "-bn", "media", "--delimiter", "/");
        assertThat(top.data()).hasSize(1);
        assertThat(top.json().path("prefixes").path(0).asString()).isEqualTo("dir/");
        assertThat(cli.oci("os", "object", "list", "-bn", "media", "--page-size", "2", "--all")
                        .data())
                .hasSize(3);
        assertThat(cli.oci("os", "object", "head", "-bn", "media", "--name", "dir/with space")
                        .json()
                        .path("content-md5")
                        .asString())
                .isEqualTo("XUFAKrxLKna5cZ2REBfFkg==");
        assertThat(cli.oci("os", "bucket", "delete", "-bn", "media", "--force").refusal())
                .isEqualTo("BucketNotEmpty");
        cli.oci("os", "object", "bulk-delete", "-bn", "media", "--force").json();
        cli.oci("os", "bucket", "delete", "-bn", "media", "--force").json();
        assertThat(cli.oci("os", "bucket", "get", "-bn", "media").refusal()).isEqualTo("BucketNotFound");
    }

    @Test
    void a_large_object_goes_up_in_parts_and_comes_down_the_same() throws Exception {
        var content = new byte[40 << 20];
        new Random(1).nextBytes(content);
        var up = Files.write(folder.resolve("up.bin"), content);
        var down = folder.resolve("down.bin");
        cli.oci("os", "bucket", "create", "--name", "media", "-c", root).json();

        var put = cli.oci(
                "os",
                "object",
                "put",
                "-bn",
                "media",
                "--file",
                up.toString(),
                "--name",
                "disk/img",
                "--part-size",
                "16",
                "--verify-checksum");
        cli.oci("os", "object", "get", "-bn", "media", "--name", "disk/img", "--file", down.toString())
                .json();

        assertThat(put.json().path("opc-multipart-md5").asString()).isEqualTo(md5OfParts(content, 16 << 20));
        assertThat(Files.mismatch(up, down)).isEqualTo(-1);
        assertThat(cli.oci("os", "multipart", "list", "-bn", "media").data()).isEmpty();
    }

    @Test
    void budget_quota_limits_and_usage_are_there() {
        var budget = cli.oci(
                        "budgets",
                        "budget",
                        "budget",
                        "create",
                        "-c",
                        root,
                        "--amount",
                        "1",
                        "--reset-period",
                        "MONTHLY",
                        "--target-type",
                        "COMPARTMENT",
                        "--targets",
                        "[\"" + root + "\"]")
                .data()
                .path("id")
                .asString();
        var rule = cli.oci(
                        "budgets",
                        "budget",
                        "alert-rule",
                        "create",
                        "--budget-id",
                        budget,
                        "--type",
                        "ACTUAL",
                        "--threshold",
                        "1",
                        "--threshold-type",
                        "PERCENTAGE",
                        "--recipients",
                        "a@example.org")
                .data()
                .path("id")
                .asString();
        assertThat(cli.oci("budgets", "budget", "budget", "list", "-c", root).data())
                .hasSize(1);
        var changed = cli.oci(
                "budgets",
                "budget",
                "alert-rule",
                "update",
                "--budget-id",
                budget,
                "--alert-rule-id",
                rule,
                "--threshold",
                "2");
        assertThat(changed.data().path("threshold").asDouble()).isEqualTo(2);
        cli.oci("budgets", "budget", "alert-rule", "delete", "--budget-id", budget, "--alert-rule-id", rule, "--force")
                .json();
        cli.oci("budgets", "budget", "budget", "update", "--budget-id", budget, "--amount", "2")
                .json();
        cli.oci("budgets", "budget", "budget", "delete", "--budget-id", budget, "--force")
                .json();

        var quota = cli.oci(
                        "limits",
                        "quota",
                        "create",
                        "-c",
                        root,
                        "--name",
                        "free",
                        "--description",
                        "a test",
                        "--statements",
                        "[\"zero compute-core quotas in tenancy\"]")
                .data()
                .path("id")
                .asString();
        assertThat(cli.oci("limits", "quota", "list", "-c", root).data()).hasSize(1);
        cli.oci("limits", "quota", "update", "--quota-id", quota, "--description", "another", "--force")
                .json();
        cli.oci("limits", "quota", "delete", "--quota-id", quota, "--force").json();
        var values = cli.oci("limits", "value", "list", "-c", root, "--service-name", "compute", "--all");
        assertThat(values.data().valueStream().map(value -> value.path("name").asString()))
                .contains("standard-a1-core-count", "standard-e2-micro-core-count");
        assertThat(cli.oci(
                                "limits",
                                "resource-availability",
                                "get",
                                "-c",
                                root,
                                "--service-name",
                                "object-storage",
                                "--limit-name",
                                "storage-bytes")
                        .data()
                        .path("available")
                        .asLong())
                .isEqualTo(20L << 30);
        var usage = cli.oci(
                "usage-api",
                "usage-summary",
                "request-summarized-usages",
                "--tenant-id",
                root,
                "--time-usage-started",
                "2026-11-01T00:00:00Z",
                "--time-usage-ended",
                "2026-12-01T00:00:00Z",
                "--granularity",
                "MONTHLY",
                "--group-by",
                "[\"service\"]");
        assertThat(usage.data().path("items")).isEmpty();
    }

    @Test
    void who_signs_with_another_key_or_by_another_clock_is_not_let_in() throws Exception {
        var other = folder.resolve("other");
        OpenLab.in(other).close(); // another world: its key is not this one's
        var mixed = Files.writeString(
                folder.resolve("config"),
                Files.readString(cli.config()).replaceAll("key_file=.*", "key_file=" + other.resolve("oci/key.pem")));
        Files.setPosixFilePermissions(mixed, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        assertThat(cli.withConfig(mixed).oci("os", "ns", "get").refusal()).isEqualTo("NotAuthenticated");

        // A lab whose clock stands still on an earlier day.
        try (var still = OpenLab.in(folder.resolve("still"))) {
            assertThat(OracleCli.against(still.lab().endpoints())
                            .oci("os", "ns", "get")
                            .refusal())
                    .isEqualTo("NotAuthenticated");
        }
        assertThat(cli.oci("os", "ns", "get").data().asString()).hasSize(12);
    }

    private static String md5OfParts(byte[] content, int partBytes) throws Exception {
        var all = MessageDigest.getInstance("MD5");
        int parts = 0;
        for (int at = 0; at < content.length; at += partBytes) {
            var part = MessageDigest.getInstance("MD5");
            part.update(content, at, Math.min(partBytes, content.length - at));
            all.update(part.digest());
            parts++;
        }
        return Base64.getEncoder().encodeToString(all.digest()) + "-" + parts;
    }
}
