package dev.freehold.engine.state;

import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Outputs;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The outputs of a layer, made of what its state says of its nodes: what later layers, scripts and people
/// take from it. What is not there yet is absent.
public final class LayerOutputs {
    private final LayerState state;
    private final Map<String, Setting> outputs = new TreeMap<>();

    /// Reserved public addresses, by the id of what they are mapped to.
    private final Map<ResourceId, String> assignments = new HashMap<>();

    private LayerOutputs(LayerState state) {
        this.state = state;
        for (var standing : state.nodes().values()) {
            if (standing.node() instanceof OciResource.PublicIpAssignment assignment) {
                KnownOutputs.of(standing)
                        .text("address")
                        .ifPresent(address ->
                                assignments.put(assignment.privateAddress().id(), address));
            }
        }
    }

    private void take(String name, Outputs from, String member) {
        var value = from.values().get(member);
        if (value != null) {
            outputs.put(name, value);
        }
    }

    public static Outputs of(LayerState state) {
        var made = new LayerOutputs(state);
        var hosts = new ArrayList<Setting>();
        for (var standing : state.nodes().values()) {
            made.take(standing.node(), KnownOutputs.of(standing), hosts);
        }
        if (!hosts.isEmpty()) {
            made.outputs.put("hosts", new Setting.Many(hosts));
        }
        return new Outputs(made.outputs);
    }

    private void take(Node node, Outputs of, List<Setting> hosts) {
        switch (node) {
            case SetupResource setup -> take(setup, of);
            case ImageResource image -> take(image, of);
            case OciResource.Instance instance -> take(instance, of, hosts);
            case OciResource.PrivateIp secondary -> {
                var address = assignments.get(secondary.id());
                if (address != null) {
                    outputs.put("ingressPublicIp", Setting.text(address)); // no other has a secondary address
                }
            }
            case OciResource _ -> {}
            case ProxmoxResource.Cluster _ -> {
                take("apiUrl", of, "apiUrl");
                take("apiFingerprint", of, "apiFingerprint");
            }
            case ProxmoxResource.ApiToken _ -> take("apiToken", of, "secret");
            case ProxmoxResource _ -> {}
            case TalosResource.MachineSecrets _ -> take("talosconfigFile", of, "talosconfigFile");
            case TalosResource.Kubeconfig _ -> {
                take("kubeconfigFile", of, "file");
                take("endpoint", of, "endpoint");
            }
            case TalosResource _, Gate _ -> {}
        }
    }

    private void take(SetupResource setup, Outputs of) {
        switch (setup) {
            case SetupResource.SshKeyPair _ -> {
                take("sshPrivateKeyFile", of, "privateKeyFile");
                take("sshPublicKey", of, "publicKey");
            }
            case SetupResource.OciConfiguration _ -> take("ociConfigFile", of, "file");
            case SetupResource.AgeIdentity _ -> {
                take("ageIdentityFile", of, "file");
                take("ageRecipient", of, "recipient");
            }
            case SetupResource.FluxRepository _ -> take("fluxRepositoryFolder", of, "folder");
            case SetupResource.SettingsFile _,
                    SetupResource.TailnetCredential _,
                    SetupResource.CiliumManifest _,
                    SetupResource.SopsConfiguration _,
                    SetupResource.EncryptedSecret _,
                    SetupResource.Compartment _,
                    SetupResource.QuotaPolicy _,
                    SetupResource.Budget _,
                    SetupResource.BudgetAlertRule _ -> {}
        }
    }

    /// The machines that are no hosts start from the base image.
    private void take(ImageResource image, Outputs of) {
        if (image instanceof ImageResource.Launchable) {
            take(image.name().startsWith("proxmox") ? "proxmoxImageId" : "baseImageId", of, "ocid");
        }
    }

    private void take(OciResource.Instance instance, Outputs of, List<Setting> hosts) {
        var assigned = assignments.get(instance.id());
        var address = assigned == null ? of.text("publicAddress").orElse(null) : assigned;
        if (isIn(instance, "bastion") && address != null) {
            outputs.put("bastionPublicIp", Setting.text(address));
        }
        if (isIn(instance, "hosts")) {
            var host = new LinkedHashMap<String, Setting>();
            host.put("name", Setting.text(instance.name()));
            host.put("privateAddress", Setting.text(instance.address().toString()));
            host.put("publicAddress", address == null ? Setting.absent() : Setting.text(address));
            host.put("tailnetAddress", tailnetAddress(instance));
            hosts.add(new Setting.Group(host));
        }
    }

    private static boolean isIn(OciResource.Instance instance, String group) {
        return instance.securityGroups().stream()
                .anyMatch(ref -> ref.id().name().equals(group));
    }

    private Setting tailnetAddress(OciResource.Instance instance) {
        for (var standing : state.nodes().values()) {
            if (standing.node() instanceof OciResource.TailnetMembership membership
                    && membership.instance().id().equals(instance.id())) {
                return Setting.text(membership.address().toString());
            }
        }
        return Setting.absent();
    }
}
