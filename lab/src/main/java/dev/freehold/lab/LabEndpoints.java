package dev.freehold.lab;

import dev.freehold.lab.file.OwnerOnly;
import dev.freehold.lab.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// The addresses that a lab's emulators listen at. Parts that do not exist are absent.
public final class LabEndpoints {
    private static final String FILE = "endpoints.json";

    private final ObjectNode json;

    LabEndpoints(ObjectNode json) {
        this.json = json;
    }

    /// Those of the lab that serves `folder` now, in whatever process; empty if none does.
    public static Optional<LabEndpoints> of(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.exists(file) || !FolderLock.isHeld(folder)) {
            return Optional.empty();
        }
        try {
            return Json.parse(Files.readString(file)) instanceof ObjectNode object
                    ? Optional.of(new LabEndpoints(object))
                    : Optional.empty();
        } catch (IOException _) {
            // It has closed between the two looks.
            return Optional.empty();
        }
    }

    /// Base of every OCI service, without a version prefix.
    public URI oci() {
        return URI.create(json.path("oci").path("endpoint").asString());
    }

    /// For Oracle's clients: profile DEFAULT.
    public Path ociConfigFile() {
        return Path.of(json.path("oci").path("configFile").asString());
    }

    /// OCID of the tenancy's root compartment.
    public String ociCompartment() {
        return json.path("oci").path("compartment").asString();
    }

    /// Base of Tailscale's API.
    public URI tailscaleApi() {
        return URI.create(json.path("tailscale").path("url").asString());
    }

    /// The file with the secret of an OAuth client that may do what deployments do.
    public Path tailscaleClientSecretFile() {
        return Path.of(json.path("tailscale").path("clientSecretFile").asString());
    }

    /// The SOCKS5 proxy through which the machines' addresses are reached.
    public InetSocketAddress socks() {
        var network = json.path("network");
        return InetSocketAddress.createUnresolved(
                network.path("socksHost").asString(), network.path("socksPort").asInt());
    }

    /// Base of the server that mirrors what the network publishes, under host and path.
    public URI publications() {
        return URI.create(json.path("publications").path("endpoint").asString());
    }

    /// Repositories of Debian packages (suite `bookworm`, component `main`, not signed), by the vendor's name:
    /// `tailscale`, `proxmox` and `ceph`.
    public Map<String, URI> packageSources() {
        var sources = new TreeMap<String, URI>();
        json.path("packages")
                .path("sources")
                .forEachEntry((vendor, base) -> sources.put(vendor, URI.create(base.asString())));
        return sources;
    }

    /// Of the process that serves.
    public long processId() {
        return json.path("pid").asLong();
    }

    /// Emulated seconds per real second.
    public double pace() {
        return json.path("pace").asDouble(1);
    }

    public String toJson() {
        return json.toString();
    }

    void write(Path folder) throws IOException {
        OwnerOnly.write(folder.resolve(FILE), (toJson() + '\n').getBytes(StandardCharsets.UTF_8));
    }

    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
