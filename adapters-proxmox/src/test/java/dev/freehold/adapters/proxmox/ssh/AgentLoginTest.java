package dev.freehold.adapters.proxmox.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.ssh.SshAgentSocket;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.host.HostShell.Command;
import dev.freehold.ports.host.HostShell.Ended;
import dev.freehold.ports.host.LoginKey;
import dev.freehold.ports.host.SshAgent.Declined;
import dev.freehold.ports.host.SshAgent.Held;
import dev.freehold.ports.host.SshAgent.NoAgent;
import dev.freehold.ports.host.SshPublicKey;
import dev.freehold.ports.time.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Logins with keys that OpenSSH's agent holds, into OpenSSH's server.
@Tag("third-party")
class AgentLoginTest {
    private static final Timeline TIMELINE = new SystemTimeline();

    @TempDir
    Path folder;

    private OpenSshAgent agent;

    @BeforeEach
    void start_an_agent() throws Exception {
        agent = OpenSshAgent.in(folder);
    }

    @AfterEach
    void stop_it() {
        agent.close();
    }

    private SshPublicKey made(String name, String... how) throws IOException, InterruptedException {
        var file = folder.resolve(name);
        var command = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", "", "-C", name, "-f", file.toString()));
        command.addAll(List.of(how));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        return SshPublicKey.ofLine(Files.readString(folder.resolve(name + ".pub")))
                .orElseThrow();
    }

    private SshAgentSocket socket() {
        return new SshAgentSocket(agent.socket().toString());
    }

    private HostShell.Answer login(OpenSshServer server, SshPublicKey key, SshAgentSocket socket) throws Exception {
        var shell = new SshHostShell(
                () -> new LoginKey.WithAgent(socket, key), folder.resolve("known_hosts"), null, TIMELINE);
        for (int attempt = 1; ; attempt++) {
            try {
                return shell.run(
                        server.machine(),
                        Command.of("echo", "inside"),
                        TIMELINE.now().plus(Duration.ofSeconds(20)));
            } catch (Busy notYet) {
                if (attempt == 100) {
                    throw notYet;
                }
                TIMELINE.sleep(Duration.ofMillis(50));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa"})
    void a_key_that_the_agent_holds_lets_us_in(String type) throws Exception {
        // given a key that is in no file any more
        var key = made("id", "-t", type);
        agent.add(folder.resolve("id").toString());
        Files.delete(folder.resolve("id"));
        try (var server = OpenSshServer.in(folder.resolve("server"), "ampere-1", key.line())) {
            // when
            var answer = login(server, key, socket());
            // then
            assertThat(answer).isEqualTo(new Ended(0, "inside\n", ""));
        }
    }

    @Test
    void what_it_holds_is_read_in_its_order_with_the_comments() throws Exception {
        // given
        var first = made("first", "-t", "ed25519");
        var second = made("second", "-t", "rsa");
        assertThat(socket().keys()).isEqualTo(new Held(List.of()));
        agent.add(folder.resolve("first").toString());
        agent.add(folder.resolve("second").toString());
        // when, then
        assertThat(socket().keys()).isEqualTo(new Held(List.of(first, second)));
    }

    @Test
    void a_key_that_was_taken_from_the_agent_is_a_refusal_that_says_so() throws Exception {
        // given
        var key = made("id", "-t", "ed25519");
        agent.add(folder.resolve("id").toString());
        try (var server = OpenSshServer.in(folder.resolve("server"), "ampere-1", key.line())) {
            login(server, key, socket());
            // when
            agent.add("-D");
            // then
            assertThat(socket().sign(key, key.type(), new byte[] {1})).isEqualTo(new Declined());
            assertThat(login(server, key, socket()))
                    .isInstanceOfSatisfying(
                            HostShell.LockedOut.class,
                            refused -> assertThat(refused.words()).contains(key.fingerprint(), "ssh-add -l"));
        }
    }

    @Test
    void a_machine_that_does_not_know_the_key_is_not_let_in_and_the_agent_is_not_asked() throws Exception {
        // given
        var key = made("id", "-t", "ed25519");
        var other = made("other", "-t", "ed25519");
        try (var server = OpenSshServer.in(folder.resolve("server"), "ampere-1", other.line())) {
            // when: the agent does not hold it either, and would be what is complained of
            var answer = login(server, key, socket());
            // then
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            HostShell.LockedOut.class,
                            refused -> assertThat(refused.code()).isEqualTo("NotLetIn"));
        }
    }

    @Test
    void without_an_agent_it_is_said_where_one_was_looked_for() throws Exception {
        var key = made("id", "-t", "ed25519");
        assertThat(new SshAgentSocket(null).keys())
                .isInstanceOfSatisfying(
                        NoAgent.class, no -> assertThat(no.words()).contains("SSH_AUTH_SOCK is not set", "ssh-add"));
        var nobody = new SshAgentSocket(folder.resolve("nobody").toString());
        assertThat(nobody.sign(key, key.type(), new byte[] {1})).isInstanceOf(NoAgent.class);
        agent.process().destroyForcibly().waitFor();
        assertThat(socket().keys()).isInstanceOf(NoAgent.class);
    }
}
