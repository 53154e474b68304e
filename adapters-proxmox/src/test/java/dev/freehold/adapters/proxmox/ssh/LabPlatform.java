package dev.freehold.adapters.proxmox.ssh;

import dev.freehold.domain.resource.Outputs;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.secret.Secret;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.tailscale.TailnetEmulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

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
    static Map<ResourceId, Outputs> outputs() {
        var outputs = new HashMap<ResourceId, Outputs>();
        outputs.put(
                new ResourceId("oci/instance/bastion"),
                Outputs.of("ocid", "ocid1.instance.oc1..bastion", "privateAddress", "10.0.1.20"));
        outputs.put(
                new ResourceId("oci/instance/ampere-1"),
                Outputs.of("ocid", "ocid1.instance.oc1..ampere-1", "privateAddress", "10.0.1.10"));
        outputs.put(new ResourceId("oci/public-ip-assignment/bastion"), Outputs.of("address", "198.18.0.7"));
        return outputs;
    }

    @Override
    public void close() {
        tailnet.close();
        machines.close();
    }
}
