package dev.freehold.adapters.proxmox.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.host.HostShell.Command;
import dev.freehold.ports.host.HostShell.Ended;
import dev.freehold.ports.host.HostShell.Machine;
import dev.freehold.ports.host.HostShellContract;
import dev.freehold.ports.host.LoginKey;
import dev.freehold.ports.time.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell against the server that the machines run.
@Tag("third-party")
class OpenSshServerTest implements HostShellContract {
    private static final Timeline TIMELINE = new SystemTimeline();

    @TempDir
    static Path servers;

    private static KeyFile key;
    private static OpenSshServer first;
    private static OpenSshServer second;

    @TempDir
    Path folder;

    private HostShell shell;

    @BeforeAll
    static void start_two() throws Exception {
        key = KeyFile.in(servers.resolve("id_ed25519"));
        first = OpenSshServer.in(servers.resolve("first"), "first", key.publicLine());
        second = OpenSshServer.in(servers.resolve("second"), "second", key.publicLine());
        var shell =
                new SshHostShell(() -> new LoginKey.InFile(key.path()), servers.resolve("known_hosts"), null, TIMELINE);
        awaitListening(shell, first.machine());
        awaitListening(shell, second.machine());
    }

    private static void awaitListening(HostShell shell, Machine machine) throws InterruptedException {
        var deadline = TIMELINE.now().plus(Duration.ofSeconds(20));
        while (true) {
            try {
                shell.run(machine, Command.of("true"), deadline);
                return;
            } catch (Busy notYet) {
                if (TIMELINE.now().isAfter(deadline)) {
                    throw notYet;
                }
                TIMELINE.sleep(Duration.ofMillis(50));
            }
        }
    }

    @AfterAll
    static void stop_them() {
        for (var server : new OpenSshServer[] {first, second}) {
            if (server != null) {
                server.close();
            }
        }
    }

    @BeforeEach
    void a_shell_that_knows_no_machine_yet() {
        shell = new SshHostShell(() -> new LoginKey.InFile(key.path()), folder.resolve("known_hosts"), null, TIMELINE);
    }

    @Override
    public HostShell shell() {
        return shell;
    }

    @Override
    public Timeline timeline() {
        return TIMELINE;
    }

    @Override
    public Machine machine() {
        return first.machine();
    }

    @Override
    public Machine behind() {
        return second.machine();
    }

    @Override
    public Machine stranger() {
        return new Machine("first", "first", "nobody", "127.0.0.1", machine().port(), null);
    }

    @Override
    public Machine nobody() {
        try {
            return new Machine("nobody", "nobody", "root", "127.0.0.1", OpenSshServer.freePort(), null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_signal_ends_a_command_as_a_shell_would_say_it() throws InterruptedException {
        var deadline = TIMELINE.now().plus(Duration.ofSeconds(20));
        var answer = shell.run(machine(), Command.of("sh", "-c", "kill -TERM $$"), deadline);
        assertThat(((Ended) answer).status()).isEqualTo(128 + 15);
    }

    @Test
    void a_command_that_does_not_read_its_input_still_ends() throws InterruptedException {
        var deadline = TIMELINE.now().plus(Duration.ofSeconds(20));
        var answer = shell.run(machine(), Command.of("true").reading("x".repeat(100_000)), deadline);
        assertThat(answer).isEqualTo(new Ended(0, "", ""));
    }
}
