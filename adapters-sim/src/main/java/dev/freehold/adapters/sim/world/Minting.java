package dev.freehold.adapters.sim.world;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Outputs;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.domain.spec.NodeSpec;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What each kind of resource comes to have once it is made.
final class Minting {
    /// 198.18.0.0/15 is for tests of networks (RFC 2544): nobody's public addresses.
    private static final Ipv4 FIRST_PUBLIC = Ipv4.parse("198.18.0.1");

    private static final int PUBLIC_ADDRESSES = (1 << 17) - 2;

    private final SimWorld world;
    private final Seed seed;
    private final String folder;

    Minting(SimWorld world, Seed seed, Path folder) {
        this.world = world;
        this.seed = seed;
        this.folder = folder.toString();
    }

    Outputs outputs(ResourceId id, Resource made, int generation) {
        var mint = new Mint(seed, id.text(), generation);
        return switch (made) {
            case SetupResource setup -> setup(setup, mint);
            case ImageResource image -> image(image, mint);
            case OciResource oci -> oci(oci, mint);
            case ProxmoxResource proxmox -> proxmox(proxmox, mint);
            case TalosResource talos -> talos(talos, mint);
        };
    }

    /// What follows from the settings changes with them; an OCID never does.
    Outputs outputsAfterChange(Thing before, Resource wanted) {
        var outputs =
                new TreeMap<>(outputs(before.id(), wanted, before.generation()).values());
        before.outputs().text("ocid").ifPresent(ocid -> outputs.put("ocid", Setting.text(ocid)));
        return new Outputs(outputs);
    }

    private Outputs setup(SetupResource made, Mint mint) {
        return switch (made) {
            case SetupResource.OciConfiguration _ -> Outputs.of("file", file("secrets/oci/config"));
            case SetupResource.SshKeyPair pair ->
                Outputs.of(
                        "privateKeyFile",
                        file("secrets/ssh/" + pair.name()),
                        "publicKey",
                        mint.sshPublicKey(pair.comment()));
            case SetupResource.SettingsFile _ -> Outputs.of("file", file("settings.yaml"));
            case SetupResource.TailnetCredential _ -> Outputs.of("secret", "vault:tailnet-oauth-client");
            case SetupResource.AgeIdentity identity ->
                Outputs.of("file", file("secrets/age/" + identity.name()), "recipient", mint.ageRecipient());
            case SetupResource.FluxRepository _ -> Outputs.of("folder", file("flux"));
            case SetupResource.CiliumManifest _ ->
                Outputs.of("file", file("secrets/cilium.yaml"), "sha256", mint.sha256());
            case SetupResource.SopsConfiguration _ -> Outputs.of("file", file("flux/.sops.yaml"));
            case SetupResource.EncryptedSecret secret ->
                Outputs.of("file", file("flux/secrets/" + secret.name() + ".yaml"));
            case SetupResource.Compartment _ -> Outputs.of("ocid", mint.ocid("compartment", ""));
            case SetupResource.QuotaPolicy _ -> Outputs.of("ocid", mint.ocid("quota", ""));
            case SetupResource.Budget _ -> Outputs.of("ocid", mint.ocid("budget", region()));
            case SetupResource.BudgetAlertRule _ -> Outputs.of("ocid", mint.ocid("budgetalertrule", region()));
        };
    }

    private Outputs image(ImageResource made, Mint mint) {
        return switch (made) {
            case ImageResource.BuildPipeline pipeline ->
                Outputs.of("builder", pipeline.builder().name().toLowerCase(Locale.ROOT));
            case ImageResource.BaseImage image -> built(image, mint);
            case ImageResource.ProxmoxImage image -> built(image, mint);
            case ImageResource.Bucket bucket -> Outputs.of("bucket", bucket.name());
            case ImageResource.ImageUpload upload ->
                Outputs.of("object", upload.name() + ".qcow2", "sha256", shaOf(upload));
            case ImageResource.CustomImage _ -> Outputs.of("ocid", mint.ocid("image", region()));
            case ImageResource.ImageShapeEntry _ -> Outputs.NONE;
            case ImageResource.ImageCapabilitySchema _ ->
                Outputs.of("ocid", mint.ocid("computeimagecapabilityschema", region()));
            case ImageResource.PrebuiltImage _ -> Outputs.of("ocid", mint.ocid("image", region()));
        };
    }

    private Outputs built(ImageResource.ImageBuild image, Mint mint) {
        // Between half and nine tenths of what the image may have: compressed images vary.
        long most = image.size().count().movePointRight(9).longValue();
        long bytes = most / 2 + mint.below(Math.max(1, most * 2 / 5), 0);
        var outputs = new TreeMap<String, Setting>();
        outputs.put("file", Setting.text(file("images/" + image.kind() + "-" + image.name() + ".qcow2")));
        outputs.put("format", Setting.text("qcow2"));
        outputs.put("sha256", Setting.text(mint.sha256()));
        outputs.put("sizeBytes", Setting.number(bytes));
        outputs.put("virtualSizeBytes", Setting.number(most * 5));
        return new Outputs(outputs);
    }

    private String shaOf(ImageResource.ImageUpload upload) {
        return world.find(upload.image().id())
                .flatMap(image -> image.outputs().text("sha256"))
                .orElse("");
    }

    private Outputs oci(OciResource made, Mint mint) {
        return switch (made) {
            case OciResource.Vcn _ -> ocid("vcn", mint);
            case OciResource.InternetGateway _ -> ocid("internetgateway", mint);
            case OciResource.RouteTable _ -> ocid("routetable", mint);
            case OciResource.SecurityList _ -> ocid("securitylist", mint);
            case OciResource.NetworkSecurityGroup _ -> ocid("networksecuritygroup", mint);
            case OciResource.Subnet _ -> ocid("subnet", mint);
            case OciResource.ReservedPublicIp _ ->
                Outputs.of("ocid", mint.ocid("publicip", region()), "address", publicAddress(mint));
            case OciResource.Instance instance -> instance(instance, mint);
            case OciResource.PrivateIp ip ->
                Outputs.of(
                        "ocid",
                        mint.ocid("privateip", region()),
                        "address",
                        ip.address().toString());
            case OciResource.PublicIpAssignment assignment -> Outputs.of("address", reserved(assignment));
            case OciResource.TailnetMembership membership ->
                Outputs.of(
                        "address",
                        membership.address().toString(),
                        "device",
                        "n" + mint.sha256().substring(0, 16));
            case OciResource.LoadBalancer _ -> ocid("loadbalancer", mint);
        };
    }

    private Outputs ocid(String type, Mint mint) {
        return Outputs.of("ocid", mint.ocid(type, region()));
    }

    private Outputs instance(OciResource.Instance instance, Mint mint) {
        Map<String, Setting> outputs = new TreeMap<>();
        outputs.put("ocid", Setting.text(mint.ocid("instance", region())));
        outputs.put("privateAddress", Setting.text(instance.address().toString()));
        if (instance.publicIp() == NodeSpec.PublicIp.EPHEMERAL) {
            var known =
                    world.find(instance.id()).flatMap(thing -> thing.outputs().text("publicAddress"));
            outputs.put("publicAddress", Setting.text(known.orElseGet(() -> publicAddress(mint))));
        }
        return new Outputs(outputs);
    }

    private String reserved(OciResource.PublicIpAssignment assignment) {
        return world.find(assignment.publicIp().id())
                .flatMap(ip -> ip.outputs().text("address"))
                .orElse("");
    }

    /// An address that nothing standing has.
    private String publicAddress(Mint mint) {
        for (int draw = 1; ; draw++) {
            var address = FIRST_PUBLIC.plus(mint.below(PUBLIC_ADDRESSES, draw)).toString();
            if (!isTaken(address, OciResource.Instance.class, "publicAddress")
                    && !isTaken(address, OciResource.ReservedPublicIp.class, "address")) {
                return address;
            }
        }
    }

    private boolean isTaken(String address, Class<? extends Resource> kind, String output) {
        for (var thing : world.standing(kind)) {
            if (thing.outputs().text(output).filter(address::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Outputs proxmox(ProxmoxResource made, Mint mint) {
        return switch (made) {
            case ProxmoxResource.PostInstall host ->
                Outputs.of(
                        "address", host.address().toString(), "certificateFingerprint", mint.certificateFingerprint());
            case ProxmoxResource.Cluster cluster -> cluster(cluster, mint);
            case ProxmoxResource.ApiToken token ->
                Outputs.of("tokenId", token.user() + "!" + token.name(), "secret", "vault:proxmox-api-token");
            case ProxmoxResource.TailscaleContainer container ->
                Outputs.of("address", container.address().toString());
            case ProxmoxResource.CephCluster _ -> Outputs.of("fsid", uuid(mint));
            case ProxmoxResource.HostFirewall _,
                    ProxmoxResource.ClusterMember _,
                    ProxmoxResource.QDevice _,
                    ProxmoxResource.StorageContent _,
                    ProxmoxResource.OverlayNetwork _,
                    ProxmoxResource.CephMonitor _,
                    ProxmoxResource.CephManager _,
                    ProxmoxResource.CephOsd _,
                    ProxmoxResource.CephPool _,
                    ProxmoxResource.RbdStorage _,
                    ProxmoxResource.ThinStorage _,
                    ProxmoxResource.ContainerTemplate _,
                    ProxmoxResource.IngressNat _ -> Outputs.NONE;
        };
    }

    private Outputs cluster(ProxmoxResource.Cluster cluster, Mint mint) {
        var host = world.find(cluster.first().id(), ProxmoxResource.PostInstall.class)
                .flatMap(first -> world.find(first.tailnet().id(), OciResource.TailnetMembership.class))
                .map(membership -> membership.address().toString())
                .orElse(cluster.name());
        return Outputs.of("apiUrl", "https://" + host + ":8006", "apiFingerprint", mint.certificateFingerprint());
    }

    private Outputs talos(TalosResource made, Mint mint) {
        return switch (made) {
            case TalosResource.Schematic _ -> Outputs.of("schematicId", mint.sha256());
            case TalosResource.TalosImage image ->
                Outputs.of(
                        "volume",
                        "local:import/talos-" + image.version() + "-nocloud-arm64.qcow2",
                        "sha256",
                        mint.sha256());
            case TalosResource.MachineSecrets _ -> Outputs.of("talosconfigFile", file("secrets/talosconfig"));
            case TalosResource.MachineConfiguration machine ->
                Outputs.of("secret", "vault:machine-configuration-" + machine.name());
            case TalosResource.VirtualMachine machine ->
                Outputs.of("address", machine.address().toString(), "host", machine.host());
            case TalosResource.Kubeconfig kubeconfig ->
                Outputs.of(
                        "file", file("secrets/kubeconfig"), "endpoint", "https://" + kubeconfig.endpoint() + ":6443");
            case TalosResource.RepositoryPush _ ->
                Outputs.of("revision", mint.sha256().substring(0, 40));
            case TalosResource.AppliedConfiguration _,
                    TalosResource.EtcdBootstrap _,
                    TalosResource.KubernetesNamespace _,
                    TalosResource.KubernetesSecret _,
                    TalosResource.FluxInstallation _,
                    TalosResource.FluxSource _,
                    TalosResource.FluxSync _ -> Outputs.NONE;
        };
    }

    private static String uuid(Mint mint) {
        var digits = mint.sha256();
        return digits.substring(0, 8)
                + '-'
                + digits.substring(8, 12)
                + '-'
                + digits.substring(12, 16)
                + '-'
                + digits.substring(16, 20)
                + '-'
                + digits.substring(20, 32);
    }

    /// The home region, by the configuration that calls are signed with.
    private String region() {
        for (var configuration : world.all(SetupResource.OciConfiguration.class)) {
            return configuration.region();
        }
        return "";
    }

    private String file(String path) {
        return folder + '/' + path;
    }
}
