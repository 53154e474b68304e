package dev.freehold.app.shell.action.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.app.shell.Child;
import dev.freehold.app.shell.ServedLab;
import dev.freehold.app.shell.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `setup ssh` with keys that OpenSSH's agent holds: an agent of its own, never the one of whoever runs the tests.
@Tag("third-party")
class AgentKeyTest {
    @TempDir
    private Path folder;

    private Process agent;

    @BeforeEach
    void start_an_agent() throws Exception {
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh-agent")), "ssh-agent is not installed here");
        }
        agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("agent.log").toFile())
                .start();
        for (int look = 0; look < 400 && !Files.exists(Path.of(socket())); look++) {
            new SystemTimeline().sleep(Duration.ofMillis(25));
        }
        Files.writeString(folder.resolve("freehold.yaml"), "name: homelab\n");
    }

    @AfterEach
    void stop_it() {
        if (agent != null) {
            agent.destroy();
        }
    }

    private String socket() {
        return folder.resolve("agent").toString();
    }

    private void does(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SSH_AUTH_SOCK", socket());
        builder.environment().putAll(environment);
        assertThat(builder.start().waitFor()).as(List.of(words).toString()).isZero();
    }

    private Path made(String name, String passphrase) throws Exception {
        var file = folder.resolve(name);
        does(Map.of(), "ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", name, "-f", file.toString());
        return file;
    }

    private void add(Path key) throws Exception {
        does(Map.of(), "ssh-add", "-q", key.toString());
    }

    private String publicLine(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".pub")).strip();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Started run(String target, Map<String, String> environment, String... words) throws Exception {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--target", target, "--home", home().toString()));
        all.addAll(List.of("-f", folder.resolve("freehold.yaml").toString()));
        var variables = new HashMap<>(Map.of("SSH_AUTH_SOCK", socket()));
        variables.putAll(environment);
        return Child.with(variables, all.toArray(String[]::new));
    }

    private Started setUp(String... more) throws Exception {
        var words = new ArrayList<>(List.of("setup", "ssh", "--yes"));
        words.addAll(List.of(more));
        return run("live", Map.of(), words.toArray(String[]::new));
    }

    private Map<String, String> outputs(String target) {
        var outputs = new HashMap<String, String>();
        for (var name : List.of("sshPublicKey", "sshPrivateKeyFile")) {
            var started = Started.in(home(), "outputs", "setup", name, "--target", target);
            assertThat(started.code()).as(started.err()).isZero();
            outputs.put(name, started.out().strip());
        }
        return outputs;
    }

    private static String said(Started started) {
        return (started.out() + started.err()).replaceAll("\\s+", " ");
    }

    @Test
    void the_only_key_is_taken_and_machines_let_it_in() throws Exception {
        // given a private half that lies nowhere any more
        var key = made("mine", "");
        add(key);
        Files.delete(key);
        // when, by a variable
        try (var _ = ServedLab.in(home())) {
            var setUp = run("lab", Map.of("FREEHOLD_SSH_AGENT", "yes"), "setup", "ssh", "--yes");
            assertThat(setUp.code()).as(said(setUp)).isZero();
            assertThat(outputs("lab").get("sshPublicKey")).isEqualTo(publicLine("mine"));
            assertThat(outputs("lab").get("sshPrivateKeyFile")).startsWith("agent:SHA256:");
            // then machines are launched with it, and logged into to join the tailnet
            var deployed = run("lab", Map.of(), "deploy", "oci", "--yes", "--prebuilt-images");
            assertThat(deployed.code()).as(said(deployed)).isZero();
        }
    }

    @Test
    void of_several_one_has_to_be_named_by_comment_or_fingerprint() throws Exception {
        // given
        add(made("first", ""));
        add(made("second", ""));
        // when nobody says which
        var unnamed = setUp("--ssh-agent");
        // then
        assertThat(unnamed.code()).isEqualTo(2);
        assertThat(said(unnamed))
                .contains("--ssh-agent-key", "FREEHOLD_SSH_AGENT_KEY", "first (ssh-ed25519)", "second");
        assertThat(home()).doesNotExist();
        var unknown = setUp("--ssh-agent-key", "third");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(said(unknown)).contains("no key 'third', but these", "first", "second");
        // and when somebody does
        var named = setUp("--ssh-agent-key", "second");
        assertThat(named.code()).as(said(named)).isZero();
        assertThat(outputs("live").get("sshPublicKey")).isEqualTo(publicLine("second"));
        var fingerprint = outputs("live").get("sshPrivateKeyFile").substring("agent:".length());
        var again = setUp("--ssh-agent-key", fingerprint);
        assertThat(again.code()).as(said(again)).isZero();
        assertThat(again.out()).contains("0 of 0 changes");
        // and then the flag alone means the one that it is
        assertThat(setUp("--ssh-agent").out()).contains("0 of 0 changes");
    }

    @Test
    void a_file_behind_a_passphrase_is_taken_where_the_agent_signs_for_it() throws Exception {
        // given
        var key = made("locked", "correct horse");
        var refused = setUp("--ssh-key", key.toString());
        assertThat(refused.code()).isEqualTo(2);
        // when
        var answers = Files.writeString(folder.resolve("askpass"), "#!/bin/sh\necho 'correct horse'\n");
        assertThat(answers.toFile().setExecutable(true)).isTrue();
        does(
                Map.of("SSH_ASKPASS", answers.toString(), "SSH_ASKPASS_REQUIRE", "force"),
                "ssh-add",
                "-q",
                key.toString());
        var taken = setUp("--ssh-key", key.toString());
        // then
        assertThat(taken.code()).as(said(taken)).isZero();
        assertThat(said(taken)).contains("with which the SSH agent signs");
        assertThat(outputs("live")).containsEntry("sshPrivateKeyFile", key.toString());
    }

    @Test
    void an_agent_without_keys_or_none_at_all_is_said() throws Exception {
        var empty = setUp("--ssh-agent");
        assertThat(empty.code()).isEqualTo(2);
        assertThat(said(empty)).contains("holds no key", "ssh-add");
        agent.destroyForcibly().waitFor();
        var none = setUp("--ssh-agent");
        assertThat(none.code()).isEqualTo(2);
        assertThat(said(none)).contains("There is no SSH agent to ask", "SSH_AUTH_SOCK");
        assertThat(home()).doesNotExist();
    }
}
