package dev.freehold.domain.schedule;

import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import java.time.Duration;

/// How long each kind of work takes, in fixed seconds a kind. They are chosen so that the default platform's
/// phases add up to the reference timeline: setup 20 minutes (OCI CLI and SSH 10, Flux and SOPS 10), images
/// 75 (pipeline 5, base 25, Proxmox 30, upload and import 15; nothing with prebuilt images), oci 15, proxmox
/// 30, talos 20 and Flux 10, checks 10.
public final class TimingProfile {
    public static final TimingProfile REFERENCE = new TimingProfile();

    /// One check of the validation; there are five.
    public static final Duration CHECK = Duration.ofMinutes(2);

    /// Removing and changing takes half of making, and at most this: seconds.
    private static final long LONGEST_CHANGE = 60;

    private TimingProfile() {}

    /// How long it takes to make `node`, or to await it.
    public Duration durationOf(Node node) {
        return Duration.ofSeconds(seconds(node));
    }

    public Duration durationOf(Operation operation, Node node) {
        return switch (operation) {
            case CREATE, AWAIT -> durationOf(node);
            case UPDATE -> node instanceof Gate ? durationOf(node) : change(node);
            case DELETE -> node instanceof Gate ? Duration.ZERO : change(node);
        };
    }

    private static Duration change(Node node) {
        return Duration.ofSeconds(Math.min(LONGEST_CHANGE, (seconds(node) + 1) / 2));
    }

    private static long seconds(Node node) {
        return switch (node) {
            case SetupResource setup -> setup(setup);
            case ImageResource image -> image(image);
            case OciResource cloud -> oci(cloud);
            case ProxmoxResource hypervisor -> proxmox(hypervisor);
            case TalosResource kubernetes -> talos(kubernetes);
            case Gate gate -> gate(gate);
        };
    }

    private static long setup(SetupResource resource) {
        return switch (resource) {
            case SetupResource.OciConfiguration _ -> 120;
            case SetupResource.SshKeyPair _ -> 15;
            case SetupResource.SettingsFile _ -> 60;
            case SetupResource.TailnetCredential _ -> 60;
            case SetupResource.Compartment _ -> 60;
            case SetupResource.QuotaPolicy _ -> 180;
            case SetupResource.Budget _ -> 60;
            case SetupResource.BudgetAlertRule _ -> 45;

            case SetupResource.AgeIdentity _ -> 15;
            case SetupResource.FluxRepository _ -> 120;
            case SetupResource.CiliumManifest _ -> 60;
            case SetupResource.SopsConfiguration _ -> 45;
            case SetupResource.EncryptedSecret _ -> 180;
        };
    }

    private static long image(ImageResource resource) {
        return switch (resource) {
            case ImageResource.BuildPipeline _ -> 300;
            case ImageResource.BaseImage _ -> 750;
            case ImageResource.ProxmoxImage _ -> 1800;
            case ImageResource.Bucket _ -> 30;
            case ImageResource.ImageUpload _ -> 120;
            case ImageResource.CustomImage _ -> 270;
            case ImageResource.ImageShapeEntry _ -> 15;
            case ImageResource.ImageCapabilitySchema _ -> 30;
            case ImageResource.PrebuiltImage _ -> 0;
        };
    }

    private static long oci(OciResource resource) {
        return switch (resource) {
            case OciResource.Vcn _ -> 15;
            case OciResource.InternetGateway _ -> 10;
            case OciResource.RouteTable _ -> 10;
            case OciResource.SecurityList _ -> 10;
            case OciResource.Subnet _ -> 15;
            case OciResource.NetworkSecurityGroup _ -> 10;
            case OciResource.ReservedPublicIp _ -> 5;
            case OciResource.PrivateIp _ -> 10;
            case OciResource.PublicIpAssignment _ -> 15;
            case OciResource.Instance _ -> 120;
            case OciResource.TailnetMembership _ -> 70;
            case OciResource.LoadBalancer _ -> 120;
        };
    }

    private static long proxmox(ProxmoxResource resource) {
        return switch (resource) {
            case ProxmoxResource.PostInstall _ -> 180;
            case ProxmoxResource.HostFirewall _ -> 15;
            case ProxmoxResource.Cluster _ -> 45;
            case ProxmoxResource.ClusterMember _ -> 60;
            case ProxmoxResource.QDevice _ -> 60;
            case ProxmoxResource.StorageContent _ -> 10;
            case ProxmoxResource.OverlayNetwork _ -> 60;
            case ProxmoxResource.CephCluster _ -> 30;
            case ProxmoxResource.CephMonitor _ -> 20;
            case ProxmoxResource.CephManager _ -> 15;
            case ProxmoxResource.CephOsd _ -> 60;
            case ProxmoxResource.CephPool _ -> 30;
            case ProxmoxResource.RbdStorage _ -> 10;
            case ProxmoxResource.ThinStorage _ -> 30;
            case ProxmoxResource.ContainerTemplate _ -> 50;
            case ProxmoxResource.TailscaleContainer _ -> 80;
            case ProxmoxResource.IngressNat _ -> 30;
            case ProxmoxResource.ApiToken _ -> 10;
        };
    }

    private static long talos(TalosResource resource) {
        return switch (resource) {
            case TalosResource.Schematic _ -> 10;
            case TalosResource.TalosImage _ -> 120;
            case TalosResource.MachineSecrets _ -> 5;
            case TalosResource.MachineConfiguration _ -> 5;
            case TalosResource.VirtualMachine _ -> 120;
            case TalosResource.AppliedConfiguration _ -> 55;
            case TalosResource.EtcdBootstrap _ -> 150;
            case TalosResource.Kubeconfig _ -> 15;

            case TalosResource.RepositoryPush _ -> 15;
            case TalosResource.KubernetesNamespace _ -> 5;
            case TalosResource.KubernetesSecret _ -> 5;
            case TalosResource.FluxInstallation _ -> 110;
            case TalosResource.FluxSource _ -> 30;
            case TalosResource.FluxSync _ -> 60;
        };
    }

    private static long gate(Gate gate) {
        return switch (gate) {
            case Gate.Quorum _ -> 15;
            case Gate.CephHealthy _ -> 60;
            case Gate.LiveMigration _ -> 120;
            case Gate.CiliumReady _ -> 240;
            case Gate.NodesReady _ -> 120;
            case Gate.AppReady _ -> 120;
        };
    }
}
