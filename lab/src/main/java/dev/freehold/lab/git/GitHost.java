package dev.freehold.lab.git;

import dev.freehold.lab.emulator.Emulator;
import dev.freehold.lab.emulator.Ports;
import dev.freehold.lab.emulator.Surroundings;
import dev.freehold.lab.file.OwnerOnly;
import dev.freehold.lab.wire.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/// Every Git host at once: the repository whose own address is `https://HOST/PATH` is at `BASE/HOST/PATH`.
/// In `endpoints.json` under `git`: `endpoint` (the base), `user` and `passwordFile`.
public final class GitHost implements Emulator {
    private static final String PREFIX = "/";
    private static final String USER = "freehold";

    private final HttpServer server;
    private final Path passwordFile;

    private GitHost(HttpServer server, Path passwordFile) {
        this.server = server;
        this.passwordFile = passwordFile;
    }

    public static GitHost start(Surroundings surroundings) throws IOException {
        var folder = OwnerOnly.folder(surroundings.folder().resolve("git"));
        var passwordFile = folder.resolve("password");
        if (!Files.exists(passwordFile)) {
            makePassword(passwordFile);
        }
        var host = new SmartHttp(
                new BareRepositories(folder),
                PREFIX,
                USER,
                Files.readString(passwordFile).strip());
        var server = HttpServer.start(
                surroundings.ports().at(Ports.GIT), surroundings.world().clock(), host::answer);
        return new GitHost(server, passwordFile);
    }

    private static void makePassword(Path passwordFile) throws IOException {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        OwnerOnly.write(passwordFile, (HexFormat.of().formatHex(random) + '\n').getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void describe(ObjectNode endpoints) {
        endpoints
                .putObject("git")
                .put("endpoint", "http://127.0.0.1:" + server.port())
                .put("user", USER)
                .put("passwordFile", passwordFile.toString());
    }

    @Override
    public void close() {
        server.close();
    }
}
