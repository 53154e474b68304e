package dev.freehold.adapters.sim.world;

import dev.freehold.adapters.sim.chance.Mint;
import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.CertificateFingerprint;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.ImageOutputs;
import dev.freehold.domain.output.KeyPlace;
import dev.freehold.domain.output.OciOutputs;
import dev.freehold.domain.output.OciOutputs.Address;
import dev.freehold.domain.output.OciOutputs.Machine;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.Outputs.LocalFile;
import dev.freehold.domain.output.ProxmoxOutputs;
import dev.freehold.domain.output.SetupOutputs;
import dev.freehold.domain.output.Sha256;
import dev.freehold.domain.output.TalosOutputs;
import dev.freehold.domain.output.Url;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Produces;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.domain.secret.SecretName;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.ports.driver.Observed;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/// What each kind of resource comes to have once it is made.
final class Minting {
    /// What the simulated tenancy is called in Object Storage.
    static final String NAMESPACE = "simulated";

    private final SimWorld world;
    private final PublicAddresses addresses;
    private final Seed seed;
    private final String folder;

    Minting(SimWorld world, Seed seed, Path folder) {
        this.world = world;
        this.addresses = new PublicAddresses(world);
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
        var after = outputs(before.id(), wanted, before.generation());
        return before.outputs() instanceof OnOracle was && after instanceof OnOracle is ? kept(was.ocid(), is) : after;
    }

    private static Outputs kept(Ocid ocid, OnOracle changed) {
        return switch (changed) {
            case Identified _ -> new Identified(ocid);
            case Machine(var _, var inside, var outside) -> new Machine(ocid, inside, outside);
            case Address(var _, var address) -> new Address(ocid, address);
        };
    }

    /// `outputs`, which are what `node`'s kind produces, or it does not compile.
    private static <N extends Resource & Produces<O>, O extends Outputs> Outputs of(N node, O outputs) {
        return Observed.of(node, outputs).outputs();
    }

    private Outputs setup(SetupResource made, Mint mint) {
        return switch (made) {
            case SetupResource.OciConfiguration it -> of(it, new LocalFile(file("secrets/oci/config")));
            case SetupResource.SshKeyPair pair ->
                of(
                        pair,
                        new SetupOutputs.SshKey(
                                new KeyPlace(file("secrets/ssh/" + pair.name()).text()),
                                mint.sshPublicKey(pair.comment())));
            case SetupResource.SettingsFile it -> of(it, new LocalFile(file("settings.yaml")));
            case SetupResource.TailnetCredential it ->
                of(it, new SetupOutputs.TailnetClient(new SecretName("tailnet-oauth-client")));
            case SetupResource.AgeIdentity it ->
                of(it, new SetupOutputs.AgeKey(file("secrets/age/" + it.name()), mint.ageRecipient()));
            case SetupResource.FluxRepository it -> of(it, new SetupOutputs.GitRepository(file("flux")));
            case SetupResource.CiliumManifest it ->
                of(it, new SetupOutputs.Manifest(file("secrets/cilium.yaml"), sha256(mint)));
            case SetupResource.SopsConfiguration it -> of(it, new LocalFile(file("flux/.sops.yaml")));
            case SetupResource.EncryptedSecret it -> of(it, new LocalFile(file("flux/secrets/" + it.name() + ".yaml")));
            case SetupResource.Compartment it -> of(it, ofTheTenancy(it, mint));
            case SetupResource.QuotaPolicy it -> of(it, ofTheTenancy(it, mint));
            case SetupResource.Budget it -> of(it, identified(it, mint));
            case SetupResource.BudgetAlertRule it -> of(it, identified(it, mint));
        };
    }

    private Outputs image(ImageResource made, Mint mint) {
        return switch (made) {
            case ImageResource.BuildPipeline it -> of(it, new ImageOutputs.Builder(word(it)));
            case ImageResource.BaseImage it -> of(it, file(it, mint));
            case ImageResource.ProxmoxImage it -> of(it, file(it, mint));
            case ImageResource.Bucket it -> of(it, new ImageOutputs.BucketPlace(it.name(), NAMESPACE));
            case ImageResource.ImageUpload it ->
                of(it, new ImageOutputs.UploadedObject(it.name() + ".qcow2", shaOf(it, mint)));
            case ImageResource.CustomImage it -> of(it, identified(it, mint));
            case ImageResource.ImageShapeEntry it -> of(it, Outputs.NONE);
            case ImageResource.ImageCapabilitySchema it -> of(it, identified(it, mint));
            case ImageResource.PrebuiltImage it -> of(it, identified(it, mint));
        };
    }

    private static String word(ImageResource.BuildPipeline pipeline) {
        return pipeline.builder().name().toLowerCase(Locale.ROOT);
    }

    private ImageOutputs.DiskImage file(ImageResource.ImageBuild image, Mint mint) {
        // Between half and nine tenths of what the image may have: compressed images vary.
        long most = image.size().count().movePointRight(9).longValue();
        long bytes = most / 2 + mint.below(Math.max(1, most * 2 / 5), 0);
        var builder = world.all(ImageResource.BuildPipeline.class).stream()
                .map(Minting::word)
                .findFirst()
                .orElse("mmdebstrap");
        return new ImageOutputs.DiskImage(
                builder,
                file("images/" + image.kind() + "-" + image.name() + ".qcow2"),
                "qcow2",
                SimulatedPackages.names(image).size(),
                sha256(mint),
                bytes,
                most * 5);
    }

    private Sha256 shaOf(ImageResource.ImageUpload upload, Mint mint) {
        return world.outputs(upload.image(), ImageOutputs.DiskImage.class)
                .map(ImageOutputs.DiskImage::sha256)
                .orElseGet(() -> sha256(mint));
    }

    private Outputs oci(OciResource made, Mint mint) {
        return switch (made) {
            case OciResource.Plain it -> of(it, identified(it, mint));
            case OciResource.ReservedPublicIp it -> of(it, new Address(ocid(it, mint), addresses.free(mint)));
            case OciResource.Instance it -> of(it, machine(it, mint));
            case OciResource.PrivateIp it -> of(it, new Address(ocid(it, mint), it.address()));
            case OciResource.PublicIpAssignment it -> of(it, new OciOutputs.Mapping(reserved(it)));
            case OciResource.TailnetMembership it ->
                of(
                        it,
                        new OciOutputs.TailnetDevice(
                                it.address(), "n" + mint.sha256().substring(0, 16)));
        };
    }

    private Identified identified(Resource made, Mint mint) {
        return new Identified(ocid(made, mint));
    }

    /// What is no region's has none in its OCID.
    private static Identified ofTheTenancy(Resource made, Mint mint) {
        return new Identified(new Ocid(mint.ocid(Kind.of(made.getClass()).ocidType(), "")));
    }

    private Ocid ocid(Resource made, Mint mint) {
        return new Ocid(mint.ocid(Kind.of(made.getClass()).ocidType(), region()));
    }

    private static Sha256 sha256(Mint mint) {
        return new Sha256(mint.sha256());
    }

    private Machine machine(OciResource.Instance instance, Mint mint) {
        Ipv4 address = null;
        if (instance.vnic().publicIp() == NodeSpec.PublicIp.EPHEMERAL) {
            var known = world.outputs(Ref.to(instance), Machine.class).map(Machine::publicAddress);
            address = known.orElseGet(() -> addresses.free(mint));
        }
        return new Machine(ocid(instance, mint), instance.vnic().address(), address);
    }

    /// Nothing is assigned that doesn't stand: the rules refuse it.
    private Ipv4 reserved(OciResource.PublicIpAssignment assignment) {
        return world.outputs(assignment.publicIp(), Address.class)
                .map(Address::address)
                .orElseThrow(() -> new IllegalStateException(assignment.publicIp() + " does not stand"));
    }

    private Outputs proxmox(ProxmoxResource made, Mint mint) {
        return switch (made) {
            case ProxmoxResource.PostInstall it ->
                of(it, new ProxmoxOutputs.ReadyHost(it.address(), fingerprint(mint)));
            case ProxmoxResource.Cluster it -> of(it, cluster(it, mint));
            case ProxmoxResource.ApiToken it ->
                of(it, new ProxmoxOutputs.Token(it.user() + "!" + it.name(), new SecretName("proxmox-api-token")));
            case ProxmoxResource.TailscaleContainer it -> of(it, new ProxmoxOutputs.Guest(it.address()));
            case ProxmoxResource.CephCluster it -> of(it, new ProxmoxOutputs.CephIdentity(uuid(mint)));
            case ProxmoxResource.HostFirewall it -> of(it, Outputs.NONE);
            case ProxmoxResource.ClusterMember it -> of(it, Outputs.NONE);
            case ProxmoxResource.QDevice it -> of(it, Outputs.NONE);
            case ProxmoxResource.StorageContent it -> of(it, Outputs.NONE);
            case ProxmoxResource.OverlayNetwork it -> of(it, Outputs.NONE);
            case ProxmoxResource.CephMonitor it -> of(it, Outputs.NONE);
            case ProxmoxResource.CephManager it -> of(it, Outputs.NONE);
            case ProxmoxResource.CephOsd it -> of(it, Outputs.NONE);
            case ProxmoxResource.CephPool it -> of(it, Outputs.NONE);
            case ProxmoxResource.VmStorage it -> of(it, Outputs.NONE);
            case ProxmoxResource.ContainerTemplate it -> of(it, Outputs.NONE);
            case ProxmoxResource.IngressNat it -> of(it, Outputs.NONE);
        };
    }

    private static CertificateFingerprint fingerprint(Mint mint) {
        return new CertificateFingerprint(mint.certificateFingerprint());
    }

    private ProxmoxOutputs.ClusterApi cluster(ProxmoxResource.Cluster cluster, Mint mint) {
        var host = world.find(cluster.first().id(), ProxmoxResource.PostInstall.class)
                .flatMap(first -> world.find(first.tailnet().id(), OciResource.TailnetMembership.class))
                .map(membership -> membership.address().toString())
                .orElse(cluster.name());
        return new ProxmoxOutputs.ClusterApi(new Url("https://" + host + ":8006"), fingerprint(mint));
    }

    private Outputs talos(TalosResource made, Mint mint) {
        return switch (made) {
            case TalosResource.Schematic it -> of(it, new TalosOutputs.SchematicId(sha256(mint)));
            case TalosResource.TalosImage it ->
                of(
                        it,
                        new TalosOutputs.ImageVolume(
                                "local:import/talos-" + it.version() + "-nocloud-arm64.qcow2", sha256(mint)));
            case TalosResource.MachineSecrets it -> of(it, new TalosOutputs.TalosAccess(file("secrets/talosconfig")));
            case TalosResource.MachineConfiguration it ->
                of(it, new TalosOutputs.StoredConfiguration(new SecretName("machine-configuration-" + it.name())));
            case TalosResource.VirtualMachine it ->
                of(
                        it,
                        new TalosOutputs.RunningVm(
                                it.place().address(), it.place().host()));
            case TalosResource.Kubeconfig it ->
                of(
                        it,
                        new TalosOutputs.KubernetesAccess(
                                file("secrets/kubeconfig"), new Url("https://" + it.endpoint() + ":6443")));
            case TalosResource.RepositoryPush it ->
                of(it, new TalosOutputs.PushedCommit(mint.sha256().substring(0, 40)));
            case TalosResource.AppliedConfiguration it -> of(it, Outputs.NONE);
            case TalosResource.EtcdBootstrap it -> of(it, Outputs.NONE);
            case TalosResource.KubernetesNamespace it -> of(it, Outputs.NONE);
            case TalosResource.KubernetesSecret it -> of(it, Outputs.NONE);
            case TalosResource.FluxInstallation it -> of(it, Outputs.NONE);
            case TalosResource.FluxSource it -> of(it, Outputs.NONE);
            case TalosResource.FluxSync it -> of(it, Outputs.NONE);
        };
    }

    private static UUID uuid(Mint mint) {
        var digits = mint.sha256();
        return new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
    }

    /// The home region, by the configuration that calls are signed with.
    private String region() {
        for (var configuration : world.all(SetupResource.OciConfiguration.class)) {
            return configuration.region();
        }
        return "";
    }

    private FilePath file(String path) {
        return new FilePath(folder + '/' + path);
    }
}
