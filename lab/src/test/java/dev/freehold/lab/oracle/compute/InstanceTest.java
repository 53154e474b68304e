package dev.freehold.lab.oracle.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.LabSettings;
import dev.freehold.lab.OpenLab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTest {
    private static final Duration LAUNCHED = Duration.ofSeconds(100);

    @TempDir
    Path folder;

    private Tenant tenant;

    private Tenant open(UnaryOperator<LabSettings> settings) {
        tenant = new Tenant(OpenLab.in(folder, settings));
        return tenant;
    }

    private Tenant open() {
        return open(settings -> settings);
    }

    @AfterEach
    void stop() {
        tenant.lab().close();
    }

    @Test
    void a_launched_instance_runs_before_its_addresses_are_known() {
        // given
        var tenant = open();
        // when
        var launched = tenant.launch(tenant.domains().getFirst(), 1, 8);
        // then
        assertThat(launched.json().path("lifecycleState").asString()).isEqualTo("PROVISIONING");
        assertThat(launched.json().path("shapeConfig").path("memoryInGBs").asInt())
                .isEqualTo(8);
        var attachments = "vnicAttachments?instanceId=" + launched.id();
        while (tenant.state("instances", launched.id()).equals("PROVISIONING")) {
            tenant.pass(Duration.ofSeconds(1));
        }
        assertThat(tenant.list(attachments).path(0).path("lifecycleState").asString())
                .isEqualTo("ATTACHING");
        assertThat(tenant.list(attachments).path(0).has("vnicId")).isFalse();
        tenant.pass(Duration.ofSeconds(5));
        var attached = tenant.list(attachments).path(0);
        assertThat(attached.path("lifecycleState").asString()).isEqualTo("ATTACHED");
        var vnic = tenant.get("vnics/" + attached.path("vnicId").asString()).json();
        assertThat(vnic.path("privateIp").asString()).isEqualTo("10.0.1.2");
        assertThat(vnic.path("publicIp").asString()).startsWith("203.0.113.");
        assertThat(vnic.path("hostnameLabel").asString()).isEqualTo("ampere");
        var volumes = tenant.list("bootVolumeAttachments?availabilityDomain=%s&instanceId=%s"
                .formatted(tenant.domains().getFirst(), launched.id()));
        assertThat(volumes.path(0).path("lifecycleState").asString()).isEqualTo("ATTACHED");
        assertThat(tenant.get("bootVolumes/"
                                + volumes.path(0).path("bootVolumeId").asString())
                        .json()
                        .path("sizeInGBs")
                        .asInt())
                .isEqualTo(50);
        var work = tenant.get(
                "workRequests/" + launched.header("opc-work-request-id").orElseThrow());
        assertThat(work.json().path("status").asString()).isEqualTo("SUCCEEDED");
    }

    @Test
    void one_token_launches_one_instance_across_a_restart_too() {
        // given
        var tenant = open();
        var first = tenant.launchWithToken("token");
        // when
        tenant.restart();
        tenant.pass(Duration.ofHours(1));
        var again = tenant.launchWithToken("token");
        // then
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(tenant.list("instances")).hasSize(1);
        tenant.terminate(first.id());
        assertThat(tenant.launchWithToken("token").code()).isEqualTo("InvalidatedRetryToken");
    }

    @Test
    void a_terminated_instance_stays_listed_and_its_card_holds_the_subnet_for_a_while() {
        // given
        var tenant = open();
        var launched = tenant.launch(tenant.domains().getFirst(), 1, 6);
        tenant.pass(LAUNCHED);
        var subnet = "/20160918/subnets/" + tenant.subnet();
        // when
        tenant.terminate(launched.id());
        while (!tenant.state("instances", launched.id()).equals("TERMINATED")) {
            tenant.pass(Duration.ofSeconds(1));
        }
        // then
        assertThat(tenant.list("instances").path(0).path("lifecycleState").asString())
                .isEqualTo("TERMINATED");
        var early = tenant.lab().client().delete(subnet);
        assertThat(early.code()).isEqualTo("Conflict");
        assertThat(early.text()).contains("references the VNIC ocid1.vnic.");
        tenant.pass(Duration.ofMinutes(2));
        assertThat(tenant.lab().client().delete(subnet).status()).isEqualTo(204);
        assertThat(tenant.list("bootVolumes").path(0).path("lifecycleState").asString())
                .isEqualTo("TERMINATED");
        assertThat(tenant.list("publicIps?scope=AVAILABILITY_DOMAIN&availabilityDomain="
                        + tenant.domains().getFirst()))
                .isEmpty();
    }

    @Test
    void a_boot_volume_outlives_its_instance_where_it_shall() {
        // given
        var tenant = open();
        var launched = tenant.launch(tenant.domains().getFirst(), 1, 6);
        tenant.pass(LAUNCHED);
        // when
        tenant.lab().client().delete("/20160918/instances/" + launched.id() + "?preserveBootVolume=true");
        tenant.pass(Duration.ofMinutes(5));
        // then
        var volume = tenant.list("bootVolumes").path(0);
        assertThat(volume.path("lifecycleState").asString()).isEqualTo("AVAILABLE");
        var again = tenant.post("instances", """
            'availabilityDomain': '%s', 'shape': 'VM.Standard.A1.Flex', 'shapeConfig': {'ocpus': 1},
            'sourceDetails': {'sourceType': 'bootVolume', 'bootVolumeId': '%s'},
            'createVnicDetails': {'subnetId': '%s', 'assignPublicIp': false}\
            """.formatted(
                        tenant.domains().getFirst(), volume.path("id").asString(), tenant.subnet()));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("shapeConfig").path("memoryInGBs").asInt()).isEqualTo(6);
    }

    @Test
    void the_allowance_of_the_tenancy_is_the_limit() {
        // given
        var tenant = open();
        var domain = tenant.domains().getFirst();
        for (var i = 0; i < 3; i++) {
            assertThat(tenant.launch("ampere-" + i, domain, 1, 8).status()).isEqualTo(200);
        }
        // when
        var tooMuch = tenant.launch("ampere-3", tenant.domains().getLast(), 1, 6);
        // then
        assertThat(tooMuch.status()).isEqualTo(400);
        assertThat(tooMuch.code()).isEqualTo("LimitExceeded");
        assertThat(tooMuch.text())
                .contains("standard-a1-memory-regional-count")
                .doesNotContain("standard-a1-core-regional-count");
        assertThat(tenant.list("bootVolumes")).hasSize(3);
    }

    @Test
    void a_newer_free_tenancy_gets_its_share_of_memory_whatever_it_asks_for() {
        // given
        var tenant = open(settings -> settings.withTenancy("always-free-2026-06"));
        // then
        assertThat(tenant.launch(tenant.domains().getFirst(), 2, 16)
                        .json()
                        .path("shapeConfig")
                        .path("memoryInGBs")
                        .asInt())
                .isEqualTo(12);
        assertThat(tenant.launch(tenant.domains().getFirst(), 1, 6).code()).isEqualTo("LimitExceeded");
    }

    @Test
    void micro_machines_are_in_one_domain_and_two() {
        // given
        var tenant = open();
        var domain = tenant.microDomain();
        // then
        for (var other : tenant.domains()) {
            if (!other.equals(domain)) {
                var refused = tenant.launchMicro(other);
                assertThat(refused.code()).isEqualTo("NotAuthorizedOrNotFound");
                assertThat(refused.text()).contains("VM.Standard.E2.1.Micro");
            }
        }
        assertThat(tenant.launchMicro(domain).status()).isEqualTo(200);
        assertThat(tenant.launchMicro(domain).status()).isEqualTo(200);
        assertThat(tenant.launchMicro(domain).code()).isEqualTo("LimitExceeded");
    }

    @Test
    void a_full_domain_has_room_once_it_was_asked_often_enough() {
        // given
        var tenant = open(settings -> settings.withFullDomains(Map.of("AD-1", 2)));
        var full = tenant.domains().getFirst();
        // then
        assertThat(reported(tenant, full)).isEqualTo("OUT_OF_HOST_CAPACITY");
        assertThat(reported(tenant, tenant.domains().get(1))).isEqualTo("AVAILABLE");
        for (var i = 0; i < 2; i++) {
            var refused = tenant.launch(full, 1, 6);
            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.text()).contains("InternalError", "Out of host capacity.");
        }
        assertThat(reported(tenant, full)).isEqualTo("AVAILABLE");
        assertThat(tenant.launch(full, 1, 6).status()).isEqualTo(200);
        assertThat(tenant.list("instances")).hasSize(1);
    }

    private static String reported(Tenant tenant, String domain) {
        return tenant.post(
                        "computeCapacityReports",
                        "'availabilityDomain': '%s', 'shapeAvailabilities': [{'instanceShape': 'VM.Standard.A1.Flex'}]"
                                .formatted(domain))
                .json()
                .path("shapeAvailabilities")
                .path(0)
                .path("availabilityStatus")
                .asString();
    }

    @Test
    void an_instance_is_stopped_resized_and_started_from_its_right_states_alone() {
        // given
        var tenant = open();
        var launched = tenant.launch(tenant.domains().getFirst(), 1, 6);
        var target = "/20160918/instances/" + launched.id();
        assertThat(tenant.lab().client().post(target + "?action=STOP", "").code())
                .isEqualTo("IncorrectState");
        tenant.pass(LAUNCHED);
        // when
        tenant.lab().client().post(target + "?action=STOP", "");
        tenant.pass(LAUNCHED);
        // then
        assertThat(tenant.state("instances", launched.id())).isEqualTo("STOPPED");
        var resized = tenant.lab().client().put(target, "{'shapeConfig': {'ocpus': 2, 'memoryInGBs': 12}}");
        assertThat(resized.json().path("shapeConfig").path("ocpus").asInt()).isEqualTo(2);
        assertThat(resized.json().path("lifecycleState").asString()).isEqualTo("STOPPED");
        assertThat(tenant.lab()
                        .client()
                        .put(target, "{'shapeConfig': {'ocpus': 9}}")
                        .code())
                .isEqualTo("LimitExceeded");
        tenant.lab().client().post(target + "?action=START", "");
        tenant.pass(LAUNCHED);
        assertThat(tenant.state("instances", launched.id())).isEqualTo("RUNNING");
        tenant.lab().client().put(target, "{'shapeConfig': {'ocpus': 1, 'memoryInGBs': 6}}");
        assertThat(tenant.state("instances", launched.id())).isEqualTo("STOPPING");
        assertThat(tenant.lab()
                        .client()
                        .put(target, "{'metadata': {'user_data': 'YQ=='}}")
                        .code())
                .isEqualTo("InvalidParameter");
    }

    @Test
    void bad_launches_are_refused_and_make_nothing() {
        // given
        var tenant = open();
        var domain = tenant.domains().getFirst();
        var image = tenant.image("freehold-proxmox-arm64");
        var good = Tenant.a1(domain, 1, 6, image, tenant.subnet(), "");
        var bad = Map.of(
                good.replace("'bootVolumeSizeInGBs': 50", "'bootVolumeSizeInGBs': 47"),
                "bootVolumeSizeInGBs",
                good.replace("'ocpus': 1", "'ocpus': 1.5"),
                "whole OCPUs",
                good.replace(image, tenant.image("freehold-base-amd64")),
                "not valid for image",
                good.replace("A1.Flex", "A9.Flex"),
                "VM.Standard.A9.Flex",
                good.replace("'hostnameLabel'", "'privateIp': '10.0.1.1', 'hostnameLabel'"),
                "10.0.1.1",
                good + ", 'metadata': {'user_data': '!'}",
                "base64",
                good + ", 'metadata': {'x': '" + "x".repeat(33_000) + "'}",
                "32000",
                good.replace(domain, "nowhere"),
                "availability domain");
        bad.forEach((body, word) -> {
            // when
            var refused = tenant.post("instances", body);
            // then
            assertThat(refused.status()).as(word).isBetween(400, 404);
            assertThat(refused.text()).contains(word);
        });
        assertThat(tenant.list("instances")).isEmpty();
        assertThat(tenant.list("bootVolumes")).isEmpty();
        assertThat(tenant.list("privateIps?subnetId=" + tenant.subnet())).isEmpty();
    }

    @Test
    void a_reserved_address_takes_the_place_of_the_ephemeral_one() {
        // given
        var tenant = open();
        var launched = tenant.launch(tenant.domains().getFirst(), 1, 6);
        var reserved = tenant.post("publicIps", "'lifetime': 'RESERVED'");
        tenant.pass(LAUNCHED);
        var privateIp = tenant.list("privateIps?subnetId=" + tenant.subnet())
                .path(0)
                .path("id")
                .asString();
        var target = "/20160918/publicIps/" + reserved.id();
        var assign = "{'privateIpId': '%s'}".formatted(privateIp);
        // when
        assertThat(tenant.lab().client().put(target, assign).status()).isEqualTo(409);
        var ephemeral = tenant.lab().client().post("/20160918/publicIps/actions/getByPrivateIpId", assign);
        assertThat(ephemeral.json().path("lifetime").asString()).isEqualTo("EPHEMERAL");
        tenant.lab().client().delete("/20160918/publicIps/" + ephemeral.id());
        assertThat(tenant.lab()
                        .client()
                        .put(target, assign)
                        .json()
                        .path("lifecycleState")
                        .asString())
                .isEqualTo("ASSIGNING");
        tenant.pass(Duration.ofSeconds(21));
        // then
        assertThat(tenant.state("publicIps", reserved.id())).isEqualTo("ASSIGNED");
        var vnic = tenant.list("vnicAttachments?instanceId=" + launched.id())
                .path(0)
                .path("vnicId")
                .asString();
        assertThat(tenant.get("vnics/" + vnic).json().path("publicIp"))
                .isEqualTo(reserved.json().path("ipAddress"));
        tenant.terminate(launched.id());
        tenant.pass(Duration.ofMinutes(6));
        assertThat(tenant.state("publicIps", reserved.id())).isEqualTo("AVAILABLE");
    }

    @Test
    void the_console_tells_of_the_boot() {
        // given
        var tenant = open();
        var launched = tenant.launch(tenant.domains().getFirst(), 1, 6);
        tenant.pass(LAUNCHED);
        // when
        var history = tenant.post("instanceConsoleHistories", "'instanceId': '%s'".formatted(launched.id()));
        tenant.pass(Duration.ofSeconds(11));
        // then
        var data = tenant.get("instanceConsoleHistories/" + history.id() + "/data?length=20");
        assertThat(data.text()).startsWith("[    0.000000]").hasSize(20);
        assertThat(data.header("opc-bytes-remaining").orElseThrow()).isNotEqualTo("0");
    }
}
