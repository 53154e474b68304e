package dev.freehold.adapters.sim;

import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.quantity.Ocpus;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.domain.spec.ImagesSpec;
import dev.freehold.domain.spec.NodeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A platform of three hosts and a bastion, written out: every kind of resource but those of two hosts, each
/// after what it refers to. It stands apart from the blueprint, so that the world's tests do not move with it.
public final class ThreeHosts {
    private static final String REGION = "eu-frankfurt-1";
    private static final Cidr PODS = Cidr.parse("10.244.0.0/16");
    private static final Cidr SERVICES = Cidr.parse("10.96.0.0/12");
    private static final Ipv4 ENDPOINT = Ipv4.parse("10.20.0.10");

    private final List<Node> nodes = new ArrayList<>();

    private ThreeHosts() {}

    /// Every node, in an order in which they can be made.
    public static List<Node> nodes() {
        var platform = new ThreeHosts();
        platform.draw();
        return platform.nodes;
    }

    /// The resources among them.
    public static List<Resource> resources() {
        return nodes().stream()
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast)
                .toList();
    }

    /// The one of that kind and name.
    public static <N extends Node> N the(Class<N> kind, String name) {
        return nodes().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " is called " + name));
    }

    private <N extends Node> N add(N node) {
        nodes.add(node);
        return node;
    }

    private void draw() {
        // setup
        var oci = add(new SetupResource.OciConfiguration("default", REGION));
        var ssh = add(new SetupResource.SshKeyPair("freehold", "freehold@home"));
        var settings = add(new SetupResource.SettingsFile(
                "settings", "you@example.org", "example.ts.net", List.of(Cidr.parse("203.0.113.7/32"))));
        var tailnet = add(new SetupResource.TailnetCredential("tailnet", "example.ts.net", Ref.to(settings)));
        var age = add(new SetupResource.AgeIdentity("flux"));
        var repository = add(new SetupResource.FluxRepository(
                "flux",
                "https://github.com/you/freehold-flux.git",
                "main",
                "clusters/homelab",
                Duration.ofMinutes(1),
                List.of("cert-manager"),
                Ref.to(settings)));
        var cilium = add(new SetupResource.CiliumManifest("cilium", "1.18.4", ENDPOINT, PODS, Ref.to(repository)));
        var sops = add(new SetupResource.SopsConfiguration("sops", Ref.to(age), Ref.to(repository)));
        var secret = add(new SetupResource.EncryptedSecret("operator", "tailscale", Ref.to(age), Ref.to(sops)));
        var compartment = add(new SetupResource.Compartment("freehold", "freehold", Ref.to(oci)));
        var quota = add(new SetupResource.QuotaPolicy(
                "freehold",
                List.of(
                        "zero compute-core quotas in compartment freehold",
                        "zero compute-memory quotas in compartment freehold",
                        "set compute-core quota standard-a1-core-count to 4 in compartment freehold",
                        "set compute-core quota standard-a1-core-regional-count to 4 in compartment freehold",
                        "set compute-core quota standard-e2-micro-core-count to 2 in compartment freehold",
                        "set compute-memory quota /standard-a1-memory*-count/ to 24 in compartment freehold"),
                Ref.to(compartment)));
        var budget = add(new SetupResource.Budget("freehold", Usd.of("1"), Ref.to(compartment)));
        var alert =
                add(new SetupResource.BudgetAlertRule("freehold", Usd.of("0.01"), "you@example.org", Ref.to(budget)));

        // images
        var pipeline = add(new ImageResource.BuildPipeline("builder", ImagesSpec.Builder.PACKER));
        var bucket = add(new ImageResource.Bucket("images", REGION, Ref.to(compartment), Ref.to(quota)));
        var baseArm = add(new ImageResource.BaseImage(
                "base-arm64", Architecture.ARM64, Gigabytes.of(2), List.of(), Ref.to(pipeline)));
        var baseAmd = add(new ImageResource.BaseImage(
                "base-amd64", Architecture.AMD64, Gigabytes.of(2), List.of(), Ref.to(pipeline)));
        var proxmox = add(new ImageResource.ProxmoxImage(
                "proxmox-arm64", Architecture.ARM64, Gigabytes.of(4), List.of(), Ref.to(baseArm)));
        var hostImage = image(proxmox, Gigabytes.of(4), bucket, compartment);
        var bastionImage = image(baseAmd, Gigabytes.of(2), bucket, compartment);
        var entry = add(new ImageResource.ImageShapeEntry("proxmox-a1", "VM.Standard.A1.Flex", Ref.to(hostImage)));
        var schema = add(new ImageResource.ImageCapabilitySchema("proxmox-a1", "UEFI_64", Ref.to(hostImage)));

        // oci
        var vcn = add(new OciResource.Vcn("freehold", REGION, Cidr.parse("10.0.0.0/16"), Ref.to(compartment)));
        var gateway = add(new OciResource.InternetGateway("freehold", Ref.to(vcn)));
        var routes = add(new OciResource.RouteTable("freehold", Cidr.ANYWHERE, Ref.to(vcn), Ref.to(gateway)));
        var security = add(new OciResource.SecurityList("freehold", List.of(), Ref.to(vcn)));
        var group = add(new OciResource.NetworkSecurityGroup("hosts", List.of(), Ref.to(vcn)));
        var subnet = add(new OciResource.Subnet(
                "freehold", Cidr.parse("10.0.1.0/24"), Ref.to(vcn), Ref.to(routes), Ref.to(security)));
        var bastionIp = add(new OciResource.ReservedPublicIp("bastion", REGION, Ref.to(compartment)));
        var ingressIp = add(new OciResource.ReservedPublicIp("ingress", REGION, Ref.to(compartment)));
        List<Ref<? extends SetupResource>> guards = List.of(Ref.to(quota), Ref.to(alert));
        var bastion = add(new OciResource.Instance(
                "bastion",
                OciResource.Purpose.BASTION,
                new OciResource.Instance.Size(
                        NodeSpec.Shape.E2_1_MICRO,
                        new Ocpus(new java.math.BigDecimal("0.125")),
                        Gigabytes.of(1),
                        Gigabytes.of(50),
                        Gigabytes.ZERO),
                new OciResource.Instance.Vnic(Ipv4.parse("10.0.1.20"), NodeSpec.PublicIp.RESERVED, Ref.to(subnet)),
                new OciResource.Instance.Boot(Ref.to(bastionImage), List.of()),
                List.of(Ref.to(group)),
                Ref.to(ssh),
                guards,
                Ref.to(tailnet)));
        var assigned = add(new OciResource.PublicIpAssignment("bastion", Ref.to(bastionIp), Ref.to(bastion)));
        var bastionInTailnet = add(new OciResource.TailnetMembership(
                "bastion",
                Ipv4.parse("100.64.0.4"),
                Ref.to(bastion),
                List.of(Ref.to(assigned)),
                List.of(),
                Ref.to(tailnet)));
        var hosts = new ArrayList<OciResource.Instance>();
        var prepared = new ArrayList<ProxmoxResource.PostInstall>();
        var firewalls = new ArrayList<ProxmoxResource.HostFirewall>();
        for (int i = 1; i <= 3; i++) {
            var host = add(new OciResource.Instance(
                    "ampere-" + i,
                    OciResource.Purpose.HOST,
                    new OciResource.Instance.Size(
                            NodeSpec.Shape.A1_FLEX, Ocpus.of(1), Gigabytes.of(8), Gigabytes.of(50), Gigabytes.of(37)),
                    new OciResource.Instance.Vnic(
                            Ipv4.parse("10.0.1.1" + (i - 1)), NodeSpec.PublicIp.EPHEMERAL, Ref.to(subnet)),
                    new OciResource.Instance.Boot(Ref.to(hostImage), List.of(Ref.to(entry), Ref.to(schema))),
                    List.of(Ref.to(group)),
                    Ref.to(ssh),
                    guards,
                    Ref.to(tailnet)));
            hosts.add(host);
            var member = add(new OciResource.TailnetMembership(
                    host.name(),
                    Ipv4.parse("100.64.0." + i),
                    Ref.to(host),
                    List.of(),
                    List.of(Ref.to(bastionInTailnet)),
                    Ref.to(tailnet)));
            var post = add(
                    new ProxmoxResource.PostInstall(host.name(), host.vnic().address(), Ref.to(host), Ref.to(member)));
            prepared.add(post);
            firewalls.add(add(new ProxmoxResource.HostFirewall(
                    host.name(),
                    List.of(),
                    Cidr.parse("10.20.0.0/24"),
                    Cidr.parse("100.64.0.0/10"),
                    List.of(),
                    Ref.to(post))));
        }
        var ingress = add(new OciResource.PrivateIp("ingress", Ipv4.parse("10.0.1.30"), Ref.to(hosts.getFirst())));
        add(new OciResource.PublicIpAssignment("ingress", Ref.to(ingressIp), Ref.to(ingress)));
        add(new OciResource.LoadBalancer(
                "ingress",
                new Mbps(10),
                new Mbps(10),
                Ref.to(subnet),
                List.of(Ref.to(group)),
                List.of(Ref.to(ingress)),
                guards));

        // proxmox
        var cluster =
                add(new ProxmoxResource.Cluster("freehold", Ref.to(prepared.getFirst()), Ref.to(firewalls.getFirst())));
        var second = add(new ProxmoxResource.ClusterMember(
                "ampere-2", Ref.to(cluster), Ref.to(prepared.get(1)), Ref.to(firewalls.get(1)), List.of()));
        var third = add(new ProxmoxResource.ClusterMember(
                "ampere-3",
                Ref.to(cluster),
                Ref.to(prepared.get(2)),
                Ref.to(firewalls.get(2)),
                List.of(Ref.to(second))));
        var quorum = add(new Gate.Quorum("cluster", Ref.to(cluster), List.of(Ref.to(second), Ref.to(third)), 3));
        var content = add(new ProxmoxResource.StorageContent(
                "local", List.of("vztmpl", "iso", "import", "snippets"), Ref.to(cluster), Ref.to(quorum)));
        var overlay = add(new ProxmoxResource.OverlayNetwork(
                "vms",
                Cidr.parse("10.20.0.0/24"),
                Ipv4.parse("10.20.0.1"),
                1450,
                List.of(),
                Ref.to(cluster),
                firewalls.stream().map(Ref::to).toList(),
                Ref.to(quorum)));
        var ceph = add(new ProxmoxResource.CephCluster(
                "ceph", Cidr.parse("10.0.1.0/24"), 3, 2, Ref.to(cluster), Ref.to(quorum)));
        var managers = new ArrayList<Ref<ProxmoxResource.CephManager>>();
        var osds = new ArrayList<Ref<ProxmoxResource.CephOsd>>();
        for (var post : prepared) {
            var monitor = add(new ProxmoxResource.CephMonitor(post.name(), Ref.to(ceph), Ref.to(post)));
            managers.add(Ref.to(
                    add(new ProxmoxResource.CephManager(post.name(), Ref.to(ceph), Ref.to(post), Ref.to(monitor)))));
            osds.add(Ref.to(add(new ProxmoxResource.CephOsd(
                    post.name(), Gigabytes.of(37), Ref.to(ceph), Ref.to(post), Ref.to(monitor)))));
        }
        var pool = add(new ProxmoxResource.CephPool("freehold", "freehold", 3, 2, 32, Ref.to(ceph), osds));
        var health = add(new Gate.CephHealthy("ceph", Ref.to(pool), osds, managers));
        var storage = add(new ProxmoxResource.RbdStorage("freehold", Ref.to(pool), Ref.to(health)));
        int container = 5;
        for (var post : prepared) {
            var template = add(new ProxmoxResource.ContainerTemplate(
                    post.name(), "debian-12-standard", Ref.to(post), Ref.to(content)));
            add(new ProxmoxResource.TailscaleContainer(
                    "tailscale-" + post.name(),
                    Ipv4.parse("10.20.0." + container),
                    Ipv4.parse("100.64.0." + container),
                    Ref.to(post),
                    Ref.to(template),
                    Ref.to(overlay),
                    Ref.to(tailnet)));
            container++;
        }
        add(new ProxmoxResource.IngressNat(
                "ingress", 30443, ENDPOINT, Ref.to(overlay), Ref.to(prepared.getFirst()), Ref.to(ingress)));
        var migration = add(new Gate.LiveMigration("migration", Ref.to(overlay), List.of(Ref.to(storage))));
        var api = add(new ProxmoxResource.ApiToken("freehold", "freehold@pve", Ref.to(cluster), Ref.to(quorum)));

        // talos
        var schematic = add(new TalosResource.Schematic("talos", List.of("siderolabs/qemu-guest-agent")));
        var image =
                add(new TalosResource.TalosImage("talos", "v1.13.5", Ref.to(schematic), Ref.to(content), Ref.to(api)));
        var secrets = add(new TalosResource.MachineSecrets("talos"));
        var applied = new ArrayList<Ref<TalosResource.AppliedConfiguration>>();
        for (int i = 1; i <= 3; i++) {
            var address = Ipv4.parse("10.20.0.1" + i);
            var configuration = add(new TalosResource.MachineConfiguration(
                    "control-plane-" + i,
                    TalosResource.MachineRole.CONTROL_PLANE,
                    address,
                    ENDPOINT,
                    PODS,
                    SERVICES,
                    false,
                    Ref.to(secrets),
                    Ref.to(cilium)));
            var machine = add(new TalosResource.VirtualMachine(
                    configuration.name(),
                    new TalosResource.VirtualMachine.Size(2, Gigabytes.of(3), Gigabytes.of(10)),
                    new TalosResource.VirtualMachine.Place(address, "ampere-" + i),
                    new TalosResource.VirtualMachine.Boot(Ref.to(image), Ref.to(secrets), Ref.to(configuration)),
                    Ref.to(storage),
                    Ref.to(overlay),
                    Ref.to(api),
                    List.of(Ref.to(migration))));
            applied.add(Ref.to(add(new TalosResource.AppliedConfiguration(
                    configuration.name(), Ref.to(machine), Ref.to(configuration)))));
        }
        var push = add(new TalosResource.RepositoryPush(
                "flux",
                repository.url(),
                "main",
                Ref.to(repository),
                Ref.to(cilium),
                Ref.to(sops),
                List.of(Ref.to(secret))));
        var etcd =
                add(new TalosResource.EtcdBootstrap("etcd", PODS, SERVICES, applied.getFirst(), applied, Ref.to(push)));
        var kubeconfig = add(new TalosResource.Kubeconfig("admin", ENDPOINT, Ref.to(etcd)));
        var ciliumReady = add(new Gate.CiliumReady("cilium", Ref.to(kubeconfig), Ref.to(cilium)));
        var ready = add(new Gate.NodesReady("nodes", Ref.to(ciliumReady), applied));
        var namespace = add(
                new TalosResource.KubernetesNamespace("flux-system", "restricted", Ref.to(etcd), Ref.to(kubeconfig)));
        var key = add(new TalosResource.KubernetesSecret("sops-age", Ref.to(namespace), Ref.to(age)));
        var flux = add(new TalosResource.FluxInstallation("flux", "v2.7.3", Ref.to(namespace), Ref.to(ready)));
        var source = add(new TalosResource.FluxSource(
                "flux", repository.url(), "main", Duration.ofMinutes(1), Ref.to(flux), List.of(), Ref.to(push)));
        var sync = add(new TalosResource.FluxSync(
                "flux",
                "clusters/homelab",
                Duration.ofMinutes(1),
                Ref.to(flux),
                Ref.to(source),
                Ref.to(key),
                List.of(Ref.to(namespace))));
        add(new Gate.AppReady("cert-manager", Ref.to(sync)));
    }

    private ImageResource.CustomImage image(
            ImageResource.ImageBuild built,
            Gigabytes size,
            ImageResource.Bucket bucket,
            SetupResource.Compartment compartment) {
        var upload = add(new ImageResource.ImageUpload(built.name(), size, List.of(), Ref.to(bucket), Ref.to(built)));
        return add(new ImageResource.CustomImage(
                built.name(),
                built.content(),
                REGION,
                built.architecture(),
                List.of(),
                Ref.to(compartment),
                Ref.to(upload)));
    }
}
