package dev.freehold.adapters.proxmox.ssh;

import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.PublicIpAssignment;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Settings;
import dev.freehold.domain.secret.Secret;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.tailscale.TailnetEmulator;
import dev.freehold.ports.driver.Observed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lab's machines and its tailnet.
record LabPlatform(LabMachines machines, TailnetEmulator tailnet, URI api, Secret clientSecret)
        implements AutoCloseable {

    static LabPlatform in(Path folder) throws IOException {
        var machines = LabMachines.in(folder);
        var tailnet = TailnetEmulator.start(machines.surroundings());
        var endpoints = Json.object();
        tailnet.describe(endpoints);
        var described = endpoints.path("tailscale");
        return new LabPlatform(
                machines,
                tailnet,
                URI.create(described.path("url").asString()),
                Secret.of(Files.readString(
                        Path.of(described.path("clientSecretFile").asString()))));
    }

    /// What a state would say of a bastion and a host.
    static Map<ResourceId, Observed> nodes() {
        var nodes = new HashMap<ResourceId, Observed>();
        stand(nodes, machine("bastion", "10.0.1.20", null));
        stand(nodes, machine("ampere-1", "10.0.1.10", null));
        var reserved = new PublicIpAssignment(
                "bastion",
                new Ref<>(new ResourceId("oci/reserved-public-ip/bastion")),
                new Ref<Instance>(new ResourceId("oci/instance/bastion")));
        stand(nodes, Observed.of(reserved, new OciOutputs.Mapping(Ipv4.parse("198.18.0.7"))));
        return nodes;
    }

    static void stand(Map<ResourceId, Observed> nodes, Observed node) {
        nodes.put(node.actual().id(), node);
    }

    /// @param again what tells a machine made anew from its predecessor; absent for the first
    static Observed machine(String name, String address, @Nullable String again) {
        var ocid = "ocid1.instance.oc1.." + name + (again == null ? "" : again);
        var instance = (Instance) Settings.node(
                Kind.of(Instance.class),
                new Setting.Group(Map.ofEntries(
                        Map.entry("name", Setting.text(name)),
                        Map.entry("purpose", Setting.text("host")),
                        Map.entry("shape", Setting.text("a1-flex")),
                        Map.entry("ocpus", Setting.number(1)),
                        Map.entry("memory", Setting.number(6)),
                        Map.entry("bootVolume", Setting.number(50)),
                        Map.entry("dataPartition", Setting.number(0)),
                        Map.entry("address", Setting.text(address)),
                        Map.entry("publicIp", Setting.text("none")),
                        Map.entry("subnet", Setting.text("oci/subnet/homelab")),
                        Map.entry("image", Setting.text("images/prebuilt-image/base")),
                        Map.entry("sshKey", Setting.text("setup/ssh-key-pair/homelab")),
                        Map.entry("tailnet", Setting.text("setup/tailnet-credential/tailnet")))));
        return Observed.of(instance, new OciOutputs.Machine(new Ocid(ocid), Ipv4.parse(address), null));
    }

    @Override
    public void close() {
        tailnet.close();
        machines.close();
    }
}
