package dev.freehold.adapters.local.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.spec.CephSpec;
import dev.freehold.domain.spec.LoadBalancerSpec;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.NodeSpec.Role;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.StateSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecDefaultsTest {

    @Test
    void an_a1_node_with_a_name_and_a_shape_has_one_ocpu_six_and_fifty_gigabytes() {
        assertThat(spec("nodes: [{name: a, shape: VM.Standard.A1.Flex}]").nodes())
                .containsExactly(new NodeSpec(
                        "a",
                        Role.NONE,
                        new NodeSpec.Size(Shape.A1_FLEX, Ocpus.of(1), Gigabytes.of(6), Gigabytes.of(50)),
                        Ipv4.parse("10.0.1.10"),
                        PublicIp.EPHEMERAL,
                        Ipv4.parse("100.64.0.1")));
    }

    @Test
    void a_micro_has_what_its_shape_has_and_an_address_after_the_bastions() {
        var node = spec("nodes: [{name: m, shape: VM.Standard.E2.1.Micro}]")
                .nodes()
                .getFirst();

        assertThat(node.role()).isEqualTo(Role.NONE);
        assertThat(node.size().ocpus()).hasToString("0.125 OCPU");
        assertThat(node.size().memory()).isEqualTo(Gigabytes.of(1));
        assertThat(node.size().bootVolume()).isEqualTo(Gigabytes.of(50));
        assertThat(node.address()).isEqualTo(Ipv4.parse("10.0.1.21"));
        assertThat(node.publicIp()).isEqualTo(PublicIp.EPHEMERAL);
    }

    @Test
    void a_micro_may_be_told_what_it_has() {
        spec("nodes: [{name: m, shape: VM.Standard.E2.1.Micro, ocpus: 0.125, memory-gb: 1}]");
    }

    @Test
    void addresses_are_the_next_free_ones_of_each_kind_past_those_that_are_written() {
        var nodes = spec("""
            nodes:
              - {name: m1, shape: VM.Standard.E2.1.Micro}
              - {name: h1, shape: VM.Standard.A1.Flex}
              - {name: h2, shape: VM.Standard.A1.Flex, address: 10.0.1.10, tailnet-address: 100.64.0.2}
              - {name: b, shape: VM.Standard.A1.Flex, role: bastion}
              - {name: h3, shape: VM.Standard.A1.Flex}
              - {name: m2, shape: VM.Standard.E2.1.Micro}
            """).nodes();

        assertThat(nodes)
                .extracting(node -> node.address().toString())
                .containsExactly("10.0.1.21", "10.0.1.11", "10.0.1.10", "10.0.1.20", "10.0.1.12", "10.0.1.22");
        assertThat(nodes)
                .extracting(node -> node.tailnetAddress().toString())
                .containsExactly("100.64.0.1", "100.64.0.3", "100.64.0.2", "100.64.0.4", "100.64.0.5", "100.64.0.6");
    }

    @Test
    void many_hosts_pass_over_the_bastion_and_the_ingress() {
        var text = new StringBuilder("nodes:\n");
        for (int number = 1; number <= 25; number++) {
            text.append("  - {name: h%d, shape: VM.Standard.A1.Flex}%n".formatted(number));
        }
        text.append("  - {name: b, shape: VM.Standard.E2.1.Micro, role: bastion}\n");

        var spec = spec(text.toString());

        assertThat(spec.hosts())
                .extracting(node -> node.address().toString())
                .startsWith("10.0.1.10")
                .doesNotContain("10.0.1.20", "10.0.1.30")
                .endsWith("10.0.1.36");
        assertThat(spec.bastion().address()).hasToString("10.0.1.20");
        assertThat(spec.access().ingress().address()).hasToString("10.0.1.30");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16,    10.0.1.0/24,     10.0.1.10,      10.0.1.20,      10.0.1.30",
        "10.0.0.0/20,    10.0.1.0/24,     10.0.1.10,      10.0.1.20,      10.0.1.30",
        "172.16.0.0/16,  172.16.1.0/24,   172.16.1.10,    172.16.1.20,    172.16.1.30",
        "10.5.0.0/23,    10.5.1.0/24,     10.5.1.10,      10.5.1.20,      10.5.1.30",
        "10.5.0.0/24,    10.5.0.0/24,     10.5.0.10,      10.5.0.20,      10.5.0.30",
        "10.5.0.64/27,   10.5.0.64/27,    10.5.0.74,      10.5.0.84,      10.5.0.94",
        "10.5.0.64/28,   10.5.0.64/28,    10.5.0.74,      10.5.0.66,      10.5.0.67"
    })
    void a_vcn_alone_brings_its_subnet_and_every_address_of_the_default_platform_along(
            String vcn, String subnet, String host, String bastion, String ingress) {
        var spec = spec("network: {vcn: " + vcn + "}");

        assertThat(spec.network().subnet()).isEqualTo(Cidr.parse(subnet));
        assertThat(spec.hosts().getFirst().address()).isEqualTo(Ipv4.parse(host));
        assertThat(spec.bastion().address()).isEqualTo(Ipv4.parse(bastion));
        assertThat(spec.access().ingress().address()).isEqualTo(Ipv4.parse(ingress));
    }

    @ParameterizedTest
    @CsvSource({"192.168.9.0/24, 192.168.9.10", "10.30.0.0/28, 10.30.0.10", "10.30.0.0/29, 10.30.0.6"})
    void a_vm_network_alone_brings_the_endpoint_along(String vms, String endpoint) {
        assertThat(spec("network: {vms: " + vms + "}").cluster().kubernetes().endpoint())
                .isEqualTo(Ipv4.parse(endpoint));
    }

    @Test
    void no_nodes_no_ceph_no_ingress_and_no_load_balancer_can_be_said() {
        var spec = spec("nodes: []\nceph: null\ningress: ~\nload-balancer:\n");

        assertThat(spec.nodes()).isEmpty();
        assertThat(spec.ceph()).isNull();
        assertThat(spec.access().ingress()).isNull();
        assertThat(spec.access().loadBalancer()).isNull();
    }

    @Test
    void a_group_with_some_keys_has_the_default_platforms_values_for_the_others() {
        var spec = spec("""
            ceph: {size: 1}
            load-balancer: {min-mbps: 20}
            kubernetes: {workers: {count: 2}}
            gitops: {interval: 1h30m}
            """);

        assertThat(spec.ceph()).isEqualTo(new CephSpec(Gigabytes.of(37), "freehold", 1, 1));
        assertThat(spec.access().loadBalancer()).isEqualTo(new LoadBalancerSpec(new Mbps(20), new Mbps(20)));
        assertThat(spec.cluster().kubernetes().workers().count()).isEqualTo(2);
        assertThat(spec.cluster().kubernetes().controlPlanes().count()).isEqualTo(3);
        assertThat(spec.cluster().gitops().interval()).isEqualTo(Duration.ofMinutes(90));
        assertThat(spec.cluster().gitops().branch()).isEqualTo("main");
    }

    @Test
    void an_empty_load_balancer_has_the_ten_megabits_that_are_free() {
        assertThat(spec("load-balancer: {}").access().loadBalancer())
                .isEqualTo(new LoadBalancerSpec(new Mbps(10), new Mbps(10)));
    }

    @Test
    void what_only_an_allowance_forbids_is_no_spec_error() {
        var node = spec("nodes: [{name: a, shape: VM.Standard.A1.Flex, ocpus: 1.33, memory-gb: 5.5,"
                        + " boot-volume-gb: 49, public-ip: reserved}]")
                .nodes()
                .getFirst();

        assertThat(node.size().ocpus()).hasToString("1.33 OCPU");
        assertThat(node.size().bootVolume()).isEqualTo(Gigabytes.of(49));
    }

    @Test
    void state_can_be_kept_in_a_bucket() {
        assertThat(spec("state: {backend: oci, bucket: freehold-state}").state())
                .isEqualTo(new StateSpec.Oci("freehold-state"));
    }

    @Test
    void numbers_may_be_written_in_any_decimal_form() {
        var spec = spec("nodes: [{name: a, shape: VM.Standard.A1.Flex, ocpus: 2.0, memory-gb: 1.2e1,"
                + " boot-volume-gb: +50}]\naccept-usd-per-month: .5");

        assertThat(spec.nodes().getFirst().size().ocpus()).isEqualTo(Ocpus.of(2));
        assertThat(spec.nodes().getFirst().size().memory()).isEqualTo(Gigabytes.of(12));
        assertThat(spec.account().acceptUsdPerMonth()).hasToString("USD 0.5");
    }

    @Test
    void a_block_style_file_with_comments_and_quotes_reads_as_well() {
        var spec = spec("""
            # a comment
            'region': "us-ashburn-1"   # another
            apps:
            - alloy

            - cert-manager
            """);

        assertThat(spec.account().region()).isEqualTo("us-ashburn-1");
        assertThat(spec.cluster().apps()).isEqualTo(List.of("alloy", "cert-manager"));
    }

    private static Spec spec(String text) {
        return SpecTexts.sound("name: homelab\n" + text);
    }
}
