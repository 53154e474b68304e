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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Where apt gets stand-ins for the packages that are not Debian's: a repository a vendor. In `endpoints.json`
/// under
/// `packages`: `endpoint` (the base), and `sources`, each repository by its name.
public final class PackageHost implements Emulator {
    private static final String PREFIX = "/packages/";

    private final HttpServer server;

    private PackageHost(HttpServer server) {
        this.server = server;
    }

    public static PackageHost start(Surroundings surroundings) throws IOException {
        var repositories = new EnumMap<Vendor, AptRepository>(Vendor.class);
        for (var vendor : Vendor.values()) {
            repositories.put(vendor, AptRepository.of(vendor.key(), vendor.packages()));
        }
        return new PackageHost(HttpServer.start(
                surroundings.ports().at(Ports.PACKAGES),
                surroundings.world().clock(),
                request -> answer(repositories, request)));
    }

    private static Answer answer(Map<Vendor, AptRepository> repositories, Incoming request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Answer.reply(405, Body.EMPTY);
        }
        return file(repositories, request.decodedPath())
                .map(bytes -> new Reply(200, Map.of("Content-Type", "application/octet-stream"), Body.of(bytes)))
                .orElseGet(() -> new Reply(404, Map.of(), Body.EMPTY));
    }

    private static Optional<byte[]> file(Map<Vendor, AptRepository> repositories, String path) {
        for (var repository : repositories.entrySet()) {
            var base = PREFIX + repository.getKey().key() + '/';
            if (path.startsWith(base)) {
                return repository.getValue().at(path.substring(base.length()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void describe(ObjectNode endpoints) {
        var base = "http://127.0.0.1:" + server.port() + "/packages";
        var packages = endpoints.putObject("packages").put("endpoint", base);
        var sources = packages.putObject("sources");
        for (var vendor : Vendor.values()) {
            sources.put(vendor.key(), base + '/' + vendor.key());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
