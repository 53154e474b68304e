package dev.freehold.adapters.proxmox.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.adapters.local.SystemTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// OpenSSH's own agent on a socket of its own; never the one of whoever runs the tests.
record OpenSshAgent(Process process, Path socket) implements AutoCloseable {

    /// Skips the test where there is no such program, unless CI says that there has to be one.
    static OpenSshAgent in(Path folder) throws IOException, InterruptedException {
        var program = Stream.of("/usr/bin/ssh-agent", "/usr/local/bin/ssh-agent")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(program.isPresent(), "ssh-agent is not installed here");
        }
        var socket = folder.resolve("agent");
        var process = new ProcessBuilder(program.orElseThrow().toString(), "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("agent.log").toFile())
                .start();
        var timeline = new SystemTimeline();
        for (int look = 0; look < 400 && !Files.exists(socket); look++) {
            timeline.sleep(Duration.ofMillis(25));
        }
        return new OpenSshAgent(process, socket);
    }

    /// `ssh-add` with these words, which has to succeed.
    void add(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("ssh-add", "-q"));
        command.addAll(List.of(words));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SSH_AUTH_SOCK", socket.toString());
        assertThat(builder.start().waitFor()).as(command.toString()).isZero();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
