package dev.freehold.adapters.local.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.freehold.domain.document.Mistake;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a spec may not say, each with the line, the key and the words that answer it. Texts begin in line 2:
/// the name stands in line 1.
class SpecRulesTest {
    private static final String A1 = "shape: VM.Standard.A1.Flex";

    private static Arguments refused(String text, int line, String path, String... words) {
        return arguments(text, line, path, words);
    }

    static Stream<Arguments> keysAndTypes() {
        return Stream.of(
                refused("regiom: eu-frankfurt-1", 2, "regiom", "no such key", "did you mean 'region'?"),
                refused("quite-different: 1", 2, "quite-different", "no such key", "name, allowance, region"),
                refused("nodes:\n  - {name: a, " + A1 + ", memoryGb: 8}", 3, "nodes[0].memoryGb", "'memory-gb'?"),
                refused("region: eu-frankfurt-1\nregion: eu-frankfurt-1", 3, "region", "second time", "line 2"),
                refused("ceph: {size: 3, size: 3}", 2, "ceph.size", "second time"),
                refused("region: null", 2, "region", "null stands here", "eu-frankfurt-1", "leave the key out"),
                refused("network:", 2, "network", "null stands here"),
                refused("nodes: null", 2, "nodes", "null stands here", "[]"),
                refused("kubernetes: ~", 2, "kubernetes", "null stands here"),
                refused("nodes: {a: 1}", 2, "nodes", "a group of keys stands here", "a list"),
                refused("nodes: [a]", 2, "nodes[0]", "'a' stands here", "a group of the keys name, role"),
                refused("ceph: []", 2, "ceph", "a list stands here", "osd-gb, pool"),
                refused("region: [eu-frankfurt-1]", 2, "region", "a list stands here"),
                refused("region: 1", 2, "region", "is a number", "eu-frankfurt-1"),
                refused("compartment: true", 2, "compartment", "truth value", "in quotes"),
                refused("ceph: {size: \"3\"}", 2, "ceph.size", "is a text", "without quotes"),
                refused("ceph: {size: three}", 2, "ceph.size", "'three' is not a whole number from 1 to 10"),
                refused("apps: alloy", 2, "apps", "'alloy' stands here", "a list"),
                refused("nodes:\n  - {" + A1 + "}", 3, "nodes[0]", "'name' is missing"),
                refused("nodes:\n  - {name: a}", 3, "nodes[0]", "'shape' is missing", "VM.Standard.A1.Flex"));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                refused("allowance: always-free-2022", 2, "allowance", "always-free-2026-06, payg-2026-10"),
                refused("allowance: always-fre-2021", 2, "allowance", "did you mean always-free-2021?"),
                refused("state: {backend: s3}", 2, "state.backend", "one of local, oci"),
                refused("state: {backend: oci}", 2, "state.backend", "needs the key 'bucket'"),
                refused("state: {bucket: b}", 2, "state.bucket", "the backend is local"),
                refused("apps: [grafana]", 2, "apps[0]", "tailscale-operator, cert-manager, alloy"),
                refused("apps: [alloy, alloy]", 2, "apps[1]", "in the list already"),
                refused("images: {builder: docker}", 2, "images.builder", "packer, dagger, mmdebstrap"),
                refused("kubernetes: {emulation: yes}", 2, "kubernetes.emulation", "refuse, accept"),
                refused("nodes:\n  - {name: a, shape: VM.Standard.A1.Flx}", 3, "nodes[0].shape", "did you mean"),
                refused("nodes:\n  - {name: a, " + A1 + ", role: host}", 3, "nodes[0].role", "is not bastion"),
                refused(
                        "nodes:\n  - {name: a, " + A1 + ", public-ip: static}",
                        3,
                        "nodes[0].public-ip",
                        "ephemeral, reserved, none"),
                refused("ingress: {public-ip: ephemeral}", 2, "ingress.public-ip", "reserved, none"));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                refused("region: frankfurt", 2, "region", "is not a region"),
                refused("region: eu-frankfurt", 2, "region", "is not a region"),
                refused("compartment: 'a b'", 2, "compartment", "is not a name"),
                refused("budget: {email: you}", 2, "budget.email", "is not an e-mail address"),
                refused("budget: {email: you@}", 2, "budget.email", "is not an e-mail address"),
                refused("mesh: {tailnet: example}", 2, "mesh.tailnet", "is not a DNS name"),
                refused("gitops: {repository: you/flux}", 2, "gitops.repository", "is not the URL of a Git"),
                refused(
                        "gitops: {repository: 'https://you:secret@github.com/you/flux'}",
                        2,
                        "gitops.repository",
                        "without a password"),
                refused("gitops: {branch: a..b}", 2, "gitops.branch", "Git branch"),
                refused("gitops: {path: /etc}", 2, "gitops.path", "a folder inside"),
                refused("gitops: {path: a/../../b}", 2, "gitops.path", "a folder inside"),
                refused("gitops: {interval: 1}", 2, "gitops.interval", "is a number"),
                refused("gitops: {interval: 0s}", 2, "gitops.interval", "1h30m"),
                refused("gitops: {interval: 721h}", 2, "gitops.interval", "720h"),
                refused("gitops: {interval: 1m1h}", 2, "gitops.interval", "interval"),
                refused("gitops: {interval: ''}", 2, "gitops.interval", "interval"),
                refused("images: {sources: {debian: ftp://a}}", 2, "images.sources.debian", "is not a URL"),
                refused("images: {sources: {Debian: https://a}}", 2, "images.sources.Debian", "is not one of debian"),
                refused(
                        "images: {sources: {debian: https://a, debian: https://b}}",
                        2,
                        "images.sources.debian",
                        "second time"),
                refused("nodes:\n  - {name: Ampere_1, " + A1 + "}", 3, "nodes[0].name", "is not a host name"),
                refused("nodes:\n  - {name: -a, " + A1 + "}", 3, "nodes[0].name", "is not a host name"),
                refused("nodes:\n  - {name: " + "a".repeat(54) + ", " + A1 + "}", 3, "nodes[0].name", "at most 53"));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                refused("accept-usd-per-month: -1", 2, "accept-usd-per-month", "'-1' is not a number from 0"),
                refused("accept-usd-per-month: .nan", 2, "accept-usd-per-month", "'.nan' is not a number"),
                refused("accept-usd-per-month: .inf", 2, "accept-usd-per-month", "'.inf' is not a number"),
                refused("accept-usd-per-month: 1e10", 2, "accept-usd-per-month", "to 1000000000"),
                refused("accept-usd-per-month: 1e999999999", 2, "accept-usd-per-month", "to 1000000000"),
                refused("accept-usd-per-month: 1e-999999999", 2, "accept-usd-per-month", "is not a number"),
                refused("accept-usd-per-month: 1e99999999999", 2, "accept-usd-per-month", "is not a number"),
                refused("accept-usd-per-month: 0x10", 2, "accept-usd-per-month", "is not a number"),
                refused("accept-usd-per-month: " + "9".repeat(5_000), 2, "accept-usd-per-month", "...' is not"),
                refused("budget: {alert-usd: 0}", 2, "budget.alert-usd", "above 0"),
                refused("nodes:\n  - {name: a, " + A1 + ", ocpus: 0}", 3, "nodes[0].ocpus", "above 0"),
                refused("nodes:\n  - {name: a, " + A1 + ", memory-gb: -6}", 3, "nodes[0].memory-gb", "above 0"),
                refused("nodes:\n  - {name: a, " + A1 + ", ocpus: one}", 3, "nodes[0].ocpus", "'one' is not a number"),
                refused("ingress: {node-port: 29999}", 2, "ingress.node-port", "from 30000 to 32767"),
                refused("ingress: {node-port: 32768}", 2, "ingress.node-port", "from 30000 to 32767"),
                refused("ingress: {node-port: 30443.5}", 2, "ingress.node-port", "a whole number"),
                refused("load-balancer: {min-mbps: 9}", 2, "load-balancer.min-mbps", "from 10 to 8000"),
                refused("load-balancer: {min-mbps: 20, max-mbps: 10}", 2, "load-balancer.max-mbps", "less than min"),
                refused("ceph: {size: 2, min-size: 3}", 2, "ceph.min-size", "more than size 2"),
                refused("ceph: {min-size: 4}", 2, "ceph.min-size", "more than size 3 (the default)"),
                refused("ceph: {min-size: 0}", 2, "ceph.min-size", "from 1 to 10"),
                refused("kubernetes: {control-planes: {count: -1}}", 2, "kubernetes.control-planes.count", "from 0"),
                refused("kubernetes: {workers: {cores: 0}}", 2, "kubernetes.workers.cores", "from 1 to 256"),
                refused(
                        "nodes:\n  - {name: a, shape: VM.Standard.E2.1.Micro, ocpus: 1}",
                        3,
                        "nodes[0].ocpus",
                        "always has 0.125 OCPU, not 1 OCPU",
                        "leave the key out"),
                refused(
                        "nodes:\n  - {name: a, shape: VM.Standard.E2.1.Micro, memory-gb: 6}",
                        3,
                        "nodes[0].memory-gb",
                        "always has 1 GB, not 6 GB"));
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                refused("network: {vcn: 10.0.0.0}", 2, "network.vcn", "is not a block"),
                refused("network: {vcn: 10.0.0.0/33}", 2, "network.vcn", "is not a block"),
                refused("network: {vcn: 10.0.1.0/16}", 2, "network.vcn", "host bits", "10.0.0.0/16"),
                refused("network: {vcn: 10.0.0.0/15}", 2, "network.vcn", "from /16 to /30"),
                refused("network: {vcn: 10.0.0.0/31}", 2, "network.vcn", "from /16 to /30"),
                refused("network: {vms: 10.20.0.0/30}", 2, "network.vms", "from /8 to /29"),
                refused("kubernetes: {pods: 10.244.0.0/25}", 2, "kubernetes.pods", "from /8 to /24"),
                refused("kubernetes: {services: 10.64.0.0/11}", 2, "kubernetes.services", "from /12 to /28"),
                refused(
                        "network: {subnet: 10.9.0.0/24}",
                        2,
                        "network.subnet",
                        "not inside network.vcn 10.0.0.0/16 (the default)"),
                refused(
                        "network: {vcn: 10.1.0.0/24, subnet: 10.1.0.0/23}",
                        2,
                        "network.subnet",
                        "not inside network.vcn 10.1.0.0/24",
                        "such as 10.1.0.0/24"),
                refused("network: {ssh-from: [203.0.113.7]}", 2, "network.ssh-from[0]", "is not a block"),
                refused("network:\n  ssh-from: [1.2.3.4/32,\n    1.2.3.4/32]", 4, "network.ssh-from[1]", "already"),
                refused("network: {vms: 10.0.3.0/24}", 2, "network.vms", "vms 10.0.3.0/24 overlaps network.vcn"),
                refused("network: {vcn: 10.20.0.0/16}", 2, "network.vcn", "overlaps network.vms 10.20.0.0/24 (the def"),
                refused("kubernetes: {pods: 10.0.0.0/12}", 2, "kubernetes.pods", "overlaps network.vcn 10.0.0.0/16"),
                refused("kubernetes: {services: 10.20.0.0/16}", 2, "kubernetes.services", "overlaps network.vms"),
                refused(
                        "kubernetes: {pods: 10.1.0.0/16, services: 10.1.0.0/24}",
                        2,
                        "kubernetes.services",
                        "overlaps kubernetes.pods 10.1.0.0/16"),
                refused("network: {vms: 100.64.5.0/24}", 2, "network.vms", "overlaps the tailnet 100.64.0.0/10"),
                refused("network: {vcn: 100.127.0.0/16}", 2, "network.vcn", "the tailnet 100.64.0.0/10"),
                refused("kubernetes: {pods: 100.0.0.0/8}", 2, "kubernetes.pods", "the tailnet 100.64.0.0/10"),
                refused("kubernetes: {services: 100.96.0.0/12}", 2, "kubernetes.services", "the tailnet"),
                refused("network: {vcn: 169.254.0.0/16}", 2, "network.vcn", "link-local"),
                refused("network: {vms: 127.0.0.0/24}", 2, "network.vms", "loopback"),
                refused("network: {vms: 224.0.0.0/24}", 2, "network.vms", "multicast"),
                refused("kubernetes: {workers: {count: 253}}", 2, "kubernetes.workers.count", "no room in", "252"),
                refused(
                        "network: {vms: 10.20.0.0/29}\nkubernetes: {workers: {count: 2}}",
                        3,
                        "kubernetes",
                        "5 VMs find no room"),
                refused(
                        "kubernetes: {pods: 10.244.0.0/23}",
                        2,
                        "kubernetes",
                        "3 Kubernetes nodes need a /24 of pods each",
                        "holds 2"));
    }

    static Stream<Arguments> addresses() {
        var node = "nodes:\n  - {name: a, " + A1 + ", ";
        return Stream.of(
                refused(node + "address: 10.0.2.10}", 3, "nodes[0].address", "outside network.subnet 10.0.1.0/24 (the"),
                refused(node + "address: 10.0.1.0}", 3, "nodes[0].address", "is Oracle's"),
                refused(node + "address: 10.0.1.1}", 3, "nodes[0].address", "is Oracle's"),
                refused(node + "address: 10.0.1.255}", 3, "nodes[0].address", "is Oracle's"),
                refused(node + "address: 10.0.1.300}", 3, "nodes[0].address", "is not an IPv4 address"),
                refused(node + "address: 10.0.1.030}", 3, "nodes[0].address", "is not an IPv4 address"),
                refused(
                        node + "address: 10.0.1.30}\ningress: {address: 10.0.1.30}",
                        4,
                        "ingress.address",
                        "of a already"),
                refused(
                        node + "address: 10.0.1.10}\n  - {name: b, " + A1 + ", address: 10.0.1.10}",
                        4,
                        "nodes[1].address",
                        "is the address of a already"),
                refused(node + "tailnet-address: 100.63.0.1}", 3, "nodes[0].tailnet-address", "outside the tailnet"),
                refused(node + "tailnet-address: 100.128.0.1}", 3, "nodes[0].tailnet-address", "outside the tailnet"),
                refused(node + "tailnet-address: 100.100.0.7}", 3, "nodes[0].tailnet-address", "100.100.0.0/24"),
                refused(node + "tailnet-address: 100.115.93.255}", 3, "nodes[0].tailnet-address", "100.115.92.0/23"),
                refused(
                        node + "tailnet-address: 100.64.0.9}\n  - {name: b, " + A1 + ", tailnet-address: 100.64.0.9}",
                        4,
                        "nodes[1].tailnet-address",
                        "is the address of a already"),
                refused("ingress: {address: 10.1.0.30}", 2, "ingress.address", "outside network.subnet"),
                refused("kubernetes: {endpoint: 10.21.0.10}", 2, "kubernetes.endpoint", "outside network.vms"),
                refused("kubernetes: {endpoint: 10.20.0.0}", 2, "kubernetes.endpoint", "names the network"),
                refused("kubernetes: {endpoint: 10.20.0.1}", 2, "kubernetes.endpoint", "the gateway"),
                refused("kubernetes: {endpoint: 10.20.0.255}", 2, "kubernetes.endpoint", "the broadcast"),
                refused(node + "}\n  - {name: a, " + A1 + "}", 4, "nodes[1].name", "'a' stands in line 3 already"),
                refused(node + "}\n  - {name: tailscale-a, " + A1 + "}", 4, "nodes[1].name", "Tailscale container"),
                refused(
                        node + "role: bastion}\n  - {name: b, " + A1 + ", role: bastion}",
                        4,
                        "nodes[1].role",
                        "a second bastion",
                        "a is one already"),
                refused(
                        "network: {vcn: 10.0.0.0/30}\nnodes: [{name: a, " + A1 + "}, {name: b, " + A1
                                + "}]\ningress: null",
                        3,
                        "nodes[1]",
                        "no address is left for b in network.subnet 10.0.0.0/30"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"keysAndTypes", "words", "texts", "numbers", "blocks", "addresses"})
    void is_refused_with_its_line_its_key_and_what_to_do(String text, int line, String path, String... words) {
        // when
        var problems = SpecTexts.problems("name: homelab\n" + text + "\n");

        // then
        assertThat(problems).as("one fault is one problem").singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.message()).contains(words);
        });
    }

    @Test
    void everything_wrong_is_told_at_once() {
        assertThat(SpecTexts.problems("""
            nam: homelab
            region: nowhere
            network: {vcn: 10.0.0.0/15, vms: 10.20.0.1/24}
            nodes:
              - {name: a, shape: VM.Standard.A1.Flex, ocpus: -1, address: 10.9.0.1}
              - {name: a, role: king, shape: A1}
            ceph: {size: 2, min-size: 3}
            """))
                .extracting(Mistake::path)
                .containsExactly(
                        "nam",
                        "",
                        "region",
                        "network.vcn",
                        "network.vms",
                        "nodes[0].ocpus",
                        "nodes[1].role",
                        "nodes[1].shape",
                        "nodes[1].name",
                        "ceph.min-size");
    }

    @Test
    void a_problem_is_told_with_its_file_line_and_key() {
        assertThat(SpecTexts.problems("name: homelab\nregion: nowhere")
                        .getFirst()
                        .inFile("freehold.yaml")
                        .words())
                .isEqualTo("freehold.yaml:2: region: 'nowhere' is not a region of Oracle Cloud such as eu-frankfurt-1");
    }
}
