package dev.freehold.lab.packages;

import dev.freehold.lab.emulator.Emulator;
import dev.freehold.lab.emulator.Ports;
import dev.freehold.lab.emulator.Surroundings;
import dev.freehold.lab.wire.Answer;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Body;
import dev.freehold.lab.wire.HttpServer;
import dev.freehold.lab.wire.Incoming;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Every publisher at once: what is at `https://HOST/PATH` is at `BASE/HOST/PATH`. In `endpoints.json` under
/// `publications`: `endpoint`, the base.
public final class Mirror implements Emulator {
    private final HttpServer server;

    private Mirror(HttpServer server) {
        this.server = server;
    }

    public static Mirror start(Surroundings surroundings) throws IOException {
        return new Mirror(HttpServer.start(
                surroundings.ports().at(Ports.PUBLICATIONS),
                surroundings.world().clock(),
                Mirror::answer));
    }

    private static Answer answer(Incoming request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Answer.reply(405, Body.EMPTY);
        }
        return Publications.at(request.path().substring(1))
                .map(bytes -> new Reply(200, Map.of("Content-Type", "application/octet-stream"), Body.of(bytes)))
                .orElseGet(() -> new Reply(404, Map.of(), Body.EMPTY));
    }

    @Override
    public void describe(ObjectNode endpoints) {
        endpoints.putObject("publications").put("endpoint", "http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
