package dev.freehold.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValidatePlatformTest {

    static List<Spec> topologies() {
        return List.of(DefaultSpec.threeNode(), DefaultSpec.twoNode());
    }

    @ParameterizedTest
    @MethodSource("topologies")
    void a_platform_that_stands_whole_passes_all_five_checks(Spec spec) throws InterruptedException {
        var report = DeployedPlatform.of(spec).validate(CheckName.values());

        assertThat(report.checks())
                .hasSize(5)
                .allSatisfy(check -> assertThat(check.findings())
                        .as(check.check().word())
                        .isNotEmpty()
                        .allSatisfy(finding -> assertThat(finding.result()).isEqualTo(Outcome.PASS)));
        assertThat(report.result()).isEqualTo(Outcome.PASS);
    }

    @ParameterizedTest
    @EnumSource(CheckName.class)
    void nothing_there_to_check_is_a_failure(CheckName check) throws InterruptedException {
        var report = DeployedPlatform.nothingOf(DefaultSpec.threeNode()).validate(check);

        assertThat(report.result()).isEqualTo(Outcome.FAIL);
        assertThat(report.failed()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "images/image-shape-entry/proxmox-arm64, IMAGES, VM.Standard.A1.Flex",
        "images/image-capability-schema/proxmox-arm64, IMAGES, UEFI_64",
        "oci/instance/ampere-2, OCI, RUNNING",
        "oci/tailnet-membership/bastion, OCI, 100.64.0.4",
        "oci/instance/ampere-2, PROXMOX, online",
        "proxmox/ceph-osd/ampere-3, PROXMOX, 3",
        "proxmox/tailscale-container/tailscale-ampere-1, PROXMOX, there",
        "oci/instance/ampere-1, TALOS, ready",
        "setup/budget-alert-rule/homelab, COST, USD 0.01 to you@example.org"
    })
    void what_is_gone_fails_the_check_that_looks_at_it(String id, CheckName check, String expected)
            throws InterruptedException {
        var report = DeployedPlatform.of(DefaultSpec.threeNode()).without(id).validate(check);

        assertThat(report.result()).isEqualTo(Outcome.FAIL);
        assertThat(report.checks().getFirst().findings())
                .filteredOn(finding -> finding.result() == Outcome.FAIL)
                .extracting(Finding::expected)
                .contains(expected);
    }

    @Test
    void before_there_is_a_cluster_nothing_is_asked_of_its_telemetry() throws InterruptedException {
        var report = DeployedPlatform.upTo(Phase.OCI, DefaultSpec.threeNode()).validate(CheckName.OCI, CheckName.COST);

        assertThat(report.result()).isEqualTo(Outcome.PASS);
        assertThat(report.checks().getLast().findings())
                .contains(Finding.skipped("Grafana Cloud's free plan", "no cluster stands that could send anything"));
    }

    @Test
    void the_files_of_images_are_reported_with_their_packages_and_hardening() throws InterruptedException {
        var report = DeployedPlatform.of(DefaultSpec.threeNode()).validate(CheckName.IMAGES);

        assertThat(report.checks().getFirst().findings())
                .contains(
                        new Finding("hardening points of image base-arm64", "1 of 1", "1 of 1", Outcome.PASS),
                        new Finding("packages of image proxmox-arm64", "a list of them", "6", Outcome.PASS))
                .extracting(Finding::what)
                .contains("image files together", "size of image base-amd64");
    }

    @Test
    void a_file_that_is_gone_is_not_missed_once_it_was_uploaded() throws InterruptedException {
        var report = DeployedPlatform.of(DefaultSpec.threeNode())
                .without("images/base-image/base-amd64")
                .validate(CheckName.IMAGES);

        assertThat(report.checks().getFirst().findings())
                .contains(Finding.skipped("file of image base-amd64", "it is not on this computer"));
    }

    @Test
    void a_platform_of_another_spec_fails_with_both_values() throws InterruptedException {
        var report = DeployedPlatform.of(DefaultSpec.threeNode()).validate(DefaultSpec.twoNode(), CheckName.OCI);

        assertThat(report.checks().getFirst().findings())
                .contains(new Finding("ampere-1: memory", "6 GB", "8 GB", Outcome.FAIL));
    }

    @Test
    void a_warning_fails_nothing() {
        var warned = new CheckResult(CheckName.OCI, List.of(Finding.warning("use", "some", "none")));

        assertThat(warned.result()).isEqualTo(Outcome.PASS);
    }

    @Test
    void skipped_is_not_passed() {
        var skipped = new CheckResult(CheckName.TALOS, List.of(Finding.skipped("the cluster", "none is wanted")));

        assertThat(skipped.result()).isEqualTo(Outcome.SKIPPED);
        assertThat(new ValidationReport(List.of(skipped)).result()).isEqualTo(Outcome.FAIL);
        assertThat(new ValidationReport(List.of(skipped)).failed()).isZero();
        assertThat(new CheckResult(CheckName.OCI, List.of()).result()).isEqualTo(Outcome.FAIL);
    }
}
