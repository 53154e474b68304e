package dev.freehold.lab.git;

import dev.freehold.lab.emulator.Emulator;
import dev.freehold.lab.emulator.Ports;
import dev.freehold.lab.emulator.Surroundings;
import dev.freehold.lab.wire.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        var folder = Files.createDirectories(surroundings.folder().resolve("git"));
        var passwordFile = folder.resolve("password");
        if (!Files.exists(passwordFile)) {
            makePassword(folder, passwordFile);
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

    private static void makePassword(Path folder, Path passwordFile) throws IOException {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        var aside = folder.resolve("password.new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, HexFormat.of().formatHex(random) + '\n');
        Files.move(aside, passwordFile);
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
