package dev.freehold.lab.oracle;

import dev.freehold.lab.emulator.Emulator;
import dev.freehold.lab.emulator.Ports;
import dev.freehold.lab.emulator.Surroundings;
import dev.freehold.lab.oracle.api.Gateway;
import dev.freehold.lab.oracle.tenancy.ApiKeys;
import dev.freehold.lab.oracle.tenancy.ClientFiles;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.wire.HttpServer;
import dev.freehold.lab.wire.Interceptor;
import dev.freehold.lab.wire.RequestLog;
import dev.freehold.lab.world.World;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/// Oracle Cloud on a port of its own, with a log of what it was asked. In `endpoints.json` under `oci`: `endpoint`
/// (the base of every service), `configFile` for Oracle's clients, and `compartment`, the root's OCID.
public final class OracleEmulator implements Emulator {
    private final RequestLog log;
    private final HttpServer server;
    private final Path configFile;
    private final String root;

    private OracleEmulator(RequestLog log, HttpServer server, Path configFile, String root) {
        this.log = log;
        this.server = server;
        this.configFile = configFile;
        this.root = root;
    }

    /// @param faults between the wire and the services
    /// @throws IllegalStateException if the tenancy of this world is of another kind
    /// @throws IllegalArgumentException if no such tenancy is known
    public static OracleEmulator start(Surroundings surroundings, CloudSettings settings, Interceptor faults)
            throws IOException {
        var world = surroundings.world();
        var log = RequestLog.open(surroundings.folder().resolve("requests.jsonl"), world.clock());
        boolean started = false;
        try {
            var cloud = OracleCloud.over(world, settings);
            var files = ClientFiles.in(surroundings.folder());
            letSign(files, world, cloud.tenancy());
            var server = serve(surroundings, cloud, log, faults);
            started = true;
            return new OracleEmulator(
                    log, server, files.config(), cloud.tenancy().id());
        } finally {
            if (!started) {
                log.close();
            }
        }
    }

    private static void letSign(ClientFiles files, World world, Tenancy tenancy) throws IOException {
        var key = files.publicKey();
        var pem = ClientFiles.pem("PUBLIC KEY", key.getEncoded());
        world.change(tx -> ApiKeys.add(tx, tenancy.id(), tenancy.userId(), pem));
        files.writeConfig(tenancy, ApiKeys.fingerprint(key));
    }

    private static HttpServer serve(Surroundings surroundings, OracleCloud cloud, RequestLog log, Interceptor faults)
            throws IOException {
        var world = surroundings.world();
        var routes = cloud.routes(surroundings.folder());
        var gateway = new Gateway(
                routes, world, new ApiKeys(world), log, cloud.settings().quirks());
        var logged = log.asInterceptor();
        var metered = cloud.meter().beforeChanges(world);
        return HttpServer.start(
                surroundings.ports().at(Ports.OCI),
                world.clock(),
                request -> logged.around(
                        request, logging -> faults.around(logging, struck -> metered.around(struck, gateway::answer))));
    }

    @Override
    public void describe(ObjectNode endpoints) {
        endpoints
                .putObject("oci")
                .put("endpoint", "http://127.0.0.1:" + server.port())
                .put("configFile", configFile.toString())
                .put("compartment", root);
    }

    @Override
    public void close() {
        server.close();
        log.close();
    }
}
