package dev.freehold.adapters.proxmox.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.ports.host.HostShell.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// OpenSSH's own server on a loopback port, with a host key and authorized keys of its own; never the system's.
record OpenSshServer(Process process, Machine machine) implements AutoCloseable {

    /// Skips the test where there is no such program, unless CI says that there has to be one.
    static OpenSshServer in(Path folder, String name, String authorizedKey) throws IOException {
        var sshd = Stream.of("/usr/sbin/sshd", "/usr/local/sbin/sshd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(sshd.isPresent(), "sshd is not installed here");
        }
        Files.createDirectories(folder);
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd")); // it insists on this one where root starts it
        }
        int port = freePort();
        var hostKey = KeyFile.in(folder.resolve("host_key"));
        var keys = Files.writeString(folder.resolve("authorized_keys"), authorizedKey + "\n");
        var config = Files.write(
                folder.resolve("sshd_config"),
                List.of(
                        "ListenAddress 127.0.0.1",
                        "Port " + port,
                        "HostKey " + hostKey.path(),
                        "AuthorizedKeysFile " + keys,
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        "PermitRootLogin prohibit-password",
                        "MaxStartups 100"));
        var process = new ProcessBuilder(sshd.orElseThrow().toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        process.getOutputStream().close();
        var machine = new Machine(name, name, System.getProperty("user.name"), "127.0.0.1", port, null);
        return new OpenSshServer(process, machine);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
