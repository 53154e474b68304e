package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The fields that programs rely on, document by document, over the life of one platform.
class JsonDocumentsTest {
    private static final String[] V = {"rule", "message", "value", "limit", "path"};

    @TempDir
    static Path home;

    @Test
    void of_quota_fit_and_forecast() {
        var quota = document(0, "quota");
        assertThat(quota.fields("")).containsExactly("allowance", "limits", "violations", "accepted");
        assertThat(quota.fields("/allowance")).containsExactly("id", "from", "until");
        assertThat(quota.fields("/limits/0")).containsExactly("rule", "used", "limit", "unit");
        var fit = document(0, "fit");
        assertThat(fit.fields("")).containsExactly("hosts", "ceph", "violations");
        assertThat(fit.fields("/hosts/0")).containsExactly("name", "memoryGb", "committedGb", "bootVolumeGb", "osdGb");
        assertThat(fit.fields("/ceph")).containsExactly("rawGb", "usableGb", "provisionedGb");
        var forecast = document(0, "forecast");
        assertThat(forecast.fields("")).containsExactly("usdPerMonth", "items");
        assertThat(forecast.fields("/items/0"))
                .containsExactly("what", "quantity", "unit", "free", "billed", "usdPerMonth");
    }

    @Test
    void of_addresses_and_timeline() {
        var addresses = document(0, "addresses");
        assertThat(addresses.fields("")).contains("hosts", "vms", "reserved", "ranges");
        assertThat(addresses.fields("/hosts/0")).containsExactly("name", "private", "public", "tailnet");
        assertThat(addresses.fields("/vms/0")).containsExactly("name", "address");
        assertThat(addresses.fields("/reserved/0")).containsExactly("number", "for");
        assertThat(addresses.fields("/ranges")).containsExactly("vcn", "subnet", "vms", "pods", "services", "tailnet");
        var timeline = document(0, "timeline");
        assertThat(timeline.fields(""))
                .containsExactly("makespanSeconds", "criticalPathSeconds", "sequentialSeconds", "items");
        assertThat(timeline.fields("/items/0")).containsExactly("id", "phase", "start", "end", "slack", "critical");
        assertThat(timeline.number("/sequentialSeconds")).isEqualTo(180 * 60);
        assertThat(document(0, "timeline", "--prebuilt-images").number("/sequentialSeconds"))
                .isEqualTo(105 * 60);
    }

    @Test
    void of_plan() {
        var plan = document(0, "plan");
        assertThat(plan.fields(""))
                .contains(
                        "allowance",
                        "limits",
                        "violations",
                        "accepted",
                        "hosts",
                        "ceph",
                        "changes",
                        "summary",
                        "forecast");
        assertThat(plan.fields("/changes/0"))
                .containsExactly("id", "phase", "kind", "action", "before", "after", "reasons");
        assertThat(plan.fields("/summary")).containsExactly("create", "update", "replace", "delete", "keep");
        assertThat(plan.fields("/forecast")).containsExactly("usdPerMonth");
        assertThat(document(5, "plan", "--detailed-exitcode").fields("/summary"))
                .hasSize(5);
    }

    @Test
    void of_what_is_above_the_allowance(@TempDir Path folder) throws Exception {
        var spec = Files.writeString(folder.resolve("five.yaml"), """
            name: five
            nodes:
              - {name: a, shape: VM.Standard.A1.Flex, ocpus: 1.33, memory-gb: 8, boot-volume-gb: 49}
              - {name: b, shape: VM.Standard.A1.Flex}
              - {name: c, shape: VM.Standard.A1.Flex}
              - {name: d, shape: VM.Standard.A1.Flex}
              - {name: e, shape: VM.Standard.A1.Flex}
            """);
        for (var command : new String[] {"quota", "plan", "deploy"}) {
            var document = document(3, command, "-f", spec.toString());
            assertThat(document.fields("/violations/0")).as(command).containsExactly(V);
        }
        assertThat(document(3, "deploy", "--yes", "-f", spec.toString()).text("/result"))
                .isEqualTo("refused");
        assertThat(Started.in(folder, "state", "list").out()).isEmpty();
    }

    @Test
    void of_a_deployment_and_of_everything_after_it(@TempDir Path other) {
        // given
        var deploy = document(other, 0, "deploy", "all", "--yes");
        // then
        assertThat(deploy.fields(""))
                .containsExactly("run", "result", "phases", "resources", "makespanSeconds", "criticalPathSeconds");
        assertThat(deploy.fields("/phases/0")).containsExactly("phase", "result", "seconds");
        assertThat(deploy.fields("/resources/0"))
                .containsExactly("id", "action", "result", "startedAt", "seconds", "attempts", "error");
        assertThat(deploy.text("/result")).isEqualTo("succeeded");
        assertThat(deploy.text("/resources/0/startedAt")).startsWith("2026-01-01T00:");

        var validate = document(other, 0, "validate", "all");
        assertThat(validate.text("/result")).isEqualTo("pass");
        assertThat(validate.fields("")).containsExactly("result", "checks");
        assertThat(validate.fields("/checks/4")).containsExactly("check", "result", "findings");
        assertThat(validate.fields("/checks/0/findings/0")).containsExactly("what", "expected", "actual", "result");

        var status = document(other, 0, "status");
        assertThat(status.fields("")).containsExactly("target", "phases");
        assertThat(status.fields("/phases/0")).containsExactly("phase", "resources", "present", "rollbackPoints");

        var drift = document(other, 0, "drift");
        assertThat(drift.fields("")).containsExactly("drifted", "strays");

        assertThat(document(other, 0, "outputs", "setup").fields(""))
                .contains(
                        "sshPrivateKeyFile",
                        "sshPublicKey",
                        "ociConfigFile",
                        "ageIdentityFile",
                        "ageRecipient",
                        "fluxRepositoryFolder");
        assertThat(document(other, 0, "outputs", "images").fields("")).contains("baseImageId", "proxmoxImageId");
        assertThat(document(other, 0, "outputs", "oci").fields(""))
                .contains("hosts", "bastionPublicIp", "ingressPublicIp");
        assertThat(document(other, 0, "outputs", "proxmox").fields("")).contains("apiUrl", "apiFingerprint");
        assertThat(document(other, 0, "outputs", "talos").fields(""))
                .contains("kubeconfigFile", "talosconfigFile", "endpoint");
        assertThat(Started.in(other, "outputs", "oci", "bastionPublicIp").out()).matches("[0-9.]+\n");

        assertThat(Started.in(other, "plan").out()).endsWith("No changes.\n");
        assertThat(document(other, 0, "runs").fields("/runs/0")).contains("run", "command", "result");
        assertThat(document(other, 0, "rollback", "--list").fields("/rollbackPoints/0"))
                .containsExactly("phase", "number", "at", "run");
        assertThat(document(other, 0, "explain", "oci/vcn/homelab").fields("")).contains("id", "dependsOn", "events");

        var destroy = document(other, 0, "destroy", "all", "--yes");
        assertThat(destroy.text("/result")).isEqualTo("succeeded");
        assertThat(Started.in(other, "state", "list")).isEqualTo(new Started(0, "", ""));
    }

    @Test
    void of_rehearse() {
        var rehearse = document(0, "rehearse", "--runs", "20");
        assertThat(rehearse.fields(""))
                .containsExactly("runs", "succeeded", "violations", "makespanSeconds", "wallSeconds", "failures");
        assertThat(rehearse.fields("/makespanSeconds")).containsExactly("p50", "p90", "p99");
        assertThat(rehearse.number("/violations")).isZero();
    }

    private static Document document(int code, String... words) {
        return document(home, code, words);
    }

    /// One document is all that a command says on standard output.
    private static Document document(Path home, int code, String... words) {
        var all = new java.util.ArrayList<>(java.util.List.of(words));
        all.addAll(java.util.List.of("-o", "json"));
        var started = Started.in(home, all.toArray(String[]::new));
        assertThat(started.code()).as(started.err()).isEqualTo(code);
        return new Document(JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(started.out()));
    }

    private record Document(tools.jackson.databind.JsonNode root) {
        java.util.Collection<String> fields(String pointer) {
            return root.at(pointer).propertyNames();
        }

        String text(String pointer) {
            return root.at(pointer).asString();
        }

        long number(String pointer) {
            return root.at(pointer).asLong();
        }
    }
}
