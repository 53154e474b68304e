package dev.freehold.lab.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.Lab;
import dev.freehold.lab.LabSettings;
import dev.freehold.lab.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Oracle's own command line launches an instance in the lab, looks at it from all sides, and terminates it.
@Tag("third-party")
class OracleCliComputeTest {
    @TempDir
    private Path folder;

    private Lab lab;
    private OracleCli cli;
    private String root;

    @BeforeEach
    void start() {
        lab = Lab.start(LabSettings.in(folder.resolve("world")).withPace(600));
        cli = OracleCli.against(lab.endpoints());
        root = lab.endpoints().ociCompartment();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void an_instance_lives_from_launch_to_termination() {
        var domain = cli.oci("iam", "availability-domain", "list")
                .data()
                .path(0)
                .path("name")
                .asString();
        var vcn = made("network", "vcn", "create", "-c", root, "--cidr-blocks", "[\"10.0.0.0/16\"]");
        var subnet = made("network", "subnet", "create", "-c", root, "--vcn-id", vcn, "--cidr-block", "10.0.1.0/24");
        var images = cli.oci(
                "compute",
                "image",
                "list",
                "-c",
                root,
                "--shape",
                "VM.Standard.A1.Flex",
                "--operating-system",
                "Canonical Ubuntu");
        var image = images.data().path(0).path("id").asString();

        var launched = cli.oci(
                "compute",
                "instance",
                "launch",
                "-c",
                root,
                "--availability-domain",
                domain,
                "--shape",
                "VM.Standard.A1.Flex",
                "--shape-config",
                "{\"ocpus\":1,\"memoryInGBs\":6}",
                "--image-id",
                image,
                "--subnet-id",
                subnet,
                "--private-ip",
                "10.0.1.10",
                "--assign-public-ip",
                "true",
                "--boot-volume-size-in-gbs",
                "50",
                "--freeform-tags",
                "{\"lab-load\":\"idle\"}",
                "--wait-for-state",
                "RUNNING",
                "--wait-interval-seconds",
                "1");

        var instance = launched.data().path("id").asString();
        assertThat(launched.data().path("lifecycle-state").asString()).isEqualTo("RUNNING");
        var vnic = cli.oci("compute", "instance", "list-vnics", "--instance-id", instance)
                .data()
                .path(0);
        assertThat(vnic.path("private-ip").asString()).isEqualTo("10.0.1.10");
        assertThat(vnic.path("public-ip").asString()).isNotEmpty();
        assertThat(cli.oci("bv", "boot-volume", "list", "-c", root, "--availability-domain", domain)
                        .data()
                        .path(0)
                        .path("size-in-gbs")
                        .asInt())
                .isEqualTo(50);
        assertThat(cli.oci(
                                "limits",
                                "resource-availability",
                                "get",
                                "-c",
                                root,
                                "--service-name",
                                "compute",
                                "--limit-name",
                                "standard-a1-core-count",
                                "--availability-domain",
                                domain)
                        .data()
                        .path("used")
                        .asInt())
                .isEqualTo(1);
        var cpu = cli.oci(
                "monitoring",
                "metric-data",
                "summarize-metrics-data",
                "-c",
                root,
                "--namespace",
                "oci_computeagent",
                "--query-text",
                "CpuUtilization[1m].percentile(0.95)");
        assertThat(cpu.data()
                        .path(0)
                        .path("aggregated-datapoints")
                        .path(0)
                        .path("value")
                        .asDouble())
                .isBetween(0.1, 20.0);
        var usage = cli.oci(
                "usage-api",
                "usage-summary",
                "request-summarized-usages",
                "--tenant-id",
                root,
                "--time-usage-started",
                "2026-01-01T00:00:00Z",
                "--time-usage-ended",
                "2036-01-01T00:00:00Z",
                "--granularity",
                "TOTAL",
                "--group-by",
                "[\"service\"]");
        assertThat(usage.data()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("service").asString() + " "
                                + item.path("computed-amount").asInt(-1)))
                .contains("Compute 0", "Block Storage 0");
        cli.oci("compute", "instance", "update", "--instance-id", instance, "--display-name", "other", "--force")
                .json();
        var stopped = cli.oci(
                "compute",
                "instance",
                "action",
                "--instance-id",
                instance,
                "--action",
                "STOP",
                "--wait-for-state",
                "STOPPED",
                "--wait-interval-seconds",
                "1");
        assertThat(stopped.data().path("lifecycle-state").asString()).isEqualTo("STOPPED");
        cli.oci(
                        "compute",
                        "instance",
                        "terminate",
                        "--instance-id",
                        instance,
                        "--force",
                        "--wait-for-state",
                        "SUCCEEDED",
                        "--wait-interval-seconds",
                        "1")
                .json();
        assertThat(cli.oci("compute", "instance", "list", "-c", root, "--lifecycle-state", "RUNNING")
                        .json())
                .isEmpty();
    }

    @Test
    void a_launch_above_the_allowance_names_the_limits_in_its_way() {
        var domain = cli.oci("iam", "availability-domain", "list")
                .data()
                .path(0)
                .path("name")
                .asString();
        var vcn = made("network", "vcn", "create", "-c", root, "--cidr-blocks", "[\"10.0.0.0/16\"]");
        var subnet = made("network", "subnet", "create", "-c", root, "--vcn-id", vcn, "--cidr-block", "10.0.1.0/24");
        var image = cli.oci("compute", "image", "list", "-c", root, "--shape", "VM.Standard.A1.Flex")
                .data()
                .path(0)
                .path("id")
                .asString();

        var refused = cli.oci(
                "compute",
                "instance",
                "launch",
                "-c",
                root,
                "--availability-domain",
                domain,
                "--shape",
                "VM.Standard.A1.Flex",
                "--shape-config",
                "{\"ocpus\":5,\"memoryInGBs\":30}",
                "--image-id",
                image,
                "--subnet-id",
                subnet);

        assertThat(refused.refusal()).isEqualTo("LimitExceeded");
        assertThat(refused.err()).contains("standard-a1-core-count", "standard-a1-memory-regional-count");
    }

    @Test
    void an_image_is_imported_from_a_bucket_and_made_fit_for_a1() throws IOException {
        var disk = Files.write(folder.resolve("disk.qcow2"), emptyQcow2(10L << 30));
        cli.oci("os", "bucket", "create", "--name", "images", "-c", root).json();
        cli.oci("os", "object", "put", "-bn", "images", "--file", disk.toString(), "--name", "disk.qcow2")
                .json();
        var namespace = cli.oci("os", "ns", "get").data().asString();

        var image = cli.oci(
                        "compute",
                        "image",
                        "import",
                        "from-object",
                        "-c",
                        root,
                        "--namespace",
                        namespace,
                        "--bucket-name",
                        "images",
                        "--name",
                        "disk.qcow2",
                        "--display-name",
                        "mine",
                        "--launch-mode",
                        "PARAVIRTUALIZED",
                        "--source-image-type",
                        "QCOW2")
                .data()
                .path("id")
                .asString();
        cli.oci(
                        "compute",
                        "image-shape-compatibility-entry",
                        "add",
                        "--image-id",
                        image,
                        "--shape-name",
                        "VM.Standard.A1.Flex")
                .json();
        var shown = cli.oci("compute", "image", "get", "--image-id", image).data();

        assertThat(shown.path("display-name").asString()).isEqualTo("mine");
        assertThat(shown.path("lifecycle-state").asString()).isIn("IMPORTING", "PROVISIONING", "AVAILABLE");
        assertThat(cli.oci("compute", "image-shape-compatibility-entry", "list", "--image-id", image, "--all")
                        .data()
                        .valueStream()
                        .map(entry -> Json.text(entry, "shape", "")))
                .contains("VM.Standard.A1.Flex");
        cli.oci("compute", "image", "delete", "--image-id", image, "--force").json();
    }

    private static byte[] emptyQcow2(long virtualBytes) {
        // The head of the format alone: magic, version 3, and at byte 24 the virtual size.
        return ByteBuffer.allocate(1 << 16)
                .putInt(0, 0x514649fb)
                .putInt(4, 3)
                .putLong(24, virtualBytes)
                .array();
    }

    private String made(String... words) {
        return cli.oci(words).data().path("id").asString();
    }
}
