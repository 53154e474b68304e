package dev.freehold.adapters.oci;

import dev.freehold.adapters.oci.storage.ObjectStorage;
import dev.freehold.adapters.oci.storage.SdkObjectStorage;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.lab.Lab;
import dev.freehold.lab.LabSettings;
import dev.freehold.ports.skeleton.PollingPace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The emulator, and a cloud whose calls go there.
public final class RunningLab implements AutoCloseable {
    private final Path folder;
    private final Lab lab;
    private final OciCloud cloud;
    private final OciClients clients;
    private final ObjectStorage storage;

    private RunningLab(Path folder, Lab lab, OciCloud cloud, OciClients clients) {
        this.folder = folder;
        this.lab = lab;
        this.cloud = cloud;
        this.clients = clients;
        this.storage = new SdkObjectStorage(clients);
    }

    public static RunningLab in(Path folder, String platform) {
        return of(folder, LabSettings.in(folder), platform);
    }

    private static RunningLab of(Path folder, LabSettings settings, String platform) {
        Profiles.writtenKey(folder);
        var lab = Lab.start(settings);
        var profile = OciProfile.of(lab.endpoints().ociConfigFile(), "DEFAULT")
                .withEndpoint(lab.endpoints().oci());
        return new RunningLab(
                folder, lab, new OciCloud(profile, platform, PollingPace.LAB), new OciClients(profile.location()));
    }

    public OciCloud cloud() {
        return cloud;
    }

    public ObjectStorage objectStorage() {
        return storage;
    }

    /// Oracle's own clients, of somebody who is not Freehold.
    public OciClients clients() {
        return clients;
    }

    /// The tenancy's API without the SDK.
    public ByHand byHand() {
        return ByHand.at(lab.endpoints());
    }

    public String rootCompartment() {
        return clients.access().tenancy();
    }

    /// Every request so far, `METHOD path` and its status, oldest first.
    public List<String> requests() {
        return requests(folder);
    }

    static List<String> requests(Path folder) {
        try {
            return Files.readAllLines(folder.resolve("requests.jsonl")).stream()
                    .filter(line -> line.contains("\"method\""))
                    .map(line -> field(line, "method") + " " + field(line, "path") + " " + status(line))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String field(String line, String name) {
        var from = line.indexOf('"' + name + "\":\"") + name.length() + 4;
        return line.substring(from, line.indexOf('"', from));
    }

    private static String status(String line) {
        var at = line.indexOf("\"status\":");
        return at < 0 ? "-" : line.substring(at + 9, at + 12);
    }

    @Override
    public void close() {
        clients.close();
        cloud.close();
        lab.close();
    }
}
