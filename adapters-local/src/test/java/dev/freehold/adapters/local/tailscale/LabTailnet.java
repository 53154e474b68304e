package dev.freehold.adapters.local.tailscale;

import dev.freehold.domain.secret.Secret;
import dev.freehold.lab.emulator.Ports;
import dev.freehold.lab.emulator.Surroundings;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.tailscale.TailnetEmulator;
import dev.freehold.lab.time.ScaledClock;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The lab's tailnet alone.
record LabTailnet(World world, TailnetEmulator emulator, URI api, Secret clientSecret) implements AutoCloseable {

    static LabTailnet in(Path folder) throws IOException {
        var world = World.open(folder, new Ocids(0, "eu-frankfurt-1"), seen -> ScaledClock.from(seen, 1));
        var emulator = TailnetEmulator.start(Surroundings.of(folder, new Ports(0), world, List::of));
        var endpoints = Json.object();
        emulator.describe(endpoints);
        var tailscale = endpoints.path("tailscale");
        var secret = Files.readString(Path.of(tailscale.path("clientSecretFile").asString()));
        return new LabTailnet(world, emulator, URI.create(tailscale.path("url").asString()), Secret.of(secret));
    }

    @Override
    public void close() {
        emulator.close();
        world.close();
    }
}
