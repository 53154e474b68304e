package dev.freehold.lab.tailscale;

import dev.freehold.lab.emulator.Emulator;
import dev.freehold.lab.emulator.Ports;
import dev.freehold.lab.emulator.Surroundings;
import dev.freehold.lab.network.Overlay;
import dev.freehold.lab.wire.HttpServer;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/// Tailscale: its API on a port of its own, its program on every machine, and the tailnet's addresses.
public final class TailnetEmulator implements Emulator {
    private final HttpServer server;
    private final OauthClient client;

    private TailnetEmulator(HttpServer server, OauthClient client) {
        this.server = server;
        this.client = client;
    }

    public static TailnetEmulator start(Surroundings surroundings) throws IOException {
        var tailnet = new Tailnet(surroundings.world());
        surroundings.programs().install("tailscale", new TailscaleProgram(tailnet));
        surroundings.network().lay((_, address) -> tailnet.machineAt(address).map(Overlay.Holder.OfMachine::new));
        var client = OauthClient.in(surroundings.folder().resolve("tailscale"));
        var world = surroundings.world();
        var api = new TailnetApi(world, client);
        var server = HttpServer.start(surroundings.ports().at(Ports.TAILSCALE), world.clock(), api::answer);
        return new TailnetEmulator(server, client);
    }

    @Override
    public void describe(ObjectNode endpoints) {
        endpoints
                .putObject("tailscale")
                .put("url", "http://127.0.0.1:" + server.port() + "/api/v2")
                .put("clientId", client.id())
                .put("clientSecretFile", client.secretFile().toString())
                .put("tailnet", Tailnet.NAME);
    }

    @Override
    public void close() {
        server.close();
    }
}
