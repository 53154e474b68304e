package dev.freehold.adapters.proxmox.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.host.LoginKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenSSH's own client, with netcat for SOCKS, logs into the lab's machines.
@Tag("third-party")
class OpenSshClientTest {
    private static final Path SSH = Path.of("/usr/bin/ssh");
    private static final Path NETCAT = Path.of("/bin/nc.openbsd");

    @TempDir
    Path folder;

    private KeyFile key;
    private LabPlatform platform;
    private LabMachines lab;

    @BeforeEach
    void launch() throws Exception {
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(
                    Files.isExecutable(SSH) && Files.isExecutable(NETCAT),
                    "ssh or netcat-openbsd is not installed here");
        }
        key = KeyFile.in(folder.resolve("id_ed25519"));
        platform = LabPlatform.in(folder.resolve("lab"));
        lab = platform.machines();
        lab.launch("bastion", "10.0.1.20", "198.18.0.7", key.publicLine());
        lab.launch("ampere-1", "10.0.1.10", null, key.publicLine());
    }

    @AfterEach
    void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    private record Ran(int status, String output) {}

    private Ran ssh(KeyFile with, String host, String... command) throws Exception {
        var config = Files.writeString(folder.resolve("config"), """
            Host *
                User debian
                IdentityFile %s
                IdentitiesOnly yes
                BatchMode yes
                UserKnownHostsFile %s
                GlobalKnownHostsFile /dev/null
                StrictHostKeyChecking accept-new
                LogLevel ERROR
            Host 198.18.0.7
                ProxyCommand %s -X 5 -x 127.0.0.1:%d %%h %%p
            Host 10.0.1.*
                ProxyJump 198.18.0.7
            """.formatted(
                        with.path(),
                        folder.resolve("their_known_hosts"),
                        NETCAT,
                        lab.socks().getPort()));
        var line = new ArrayList<>(List.of(SSH.toString(), "-F", config.toString(), host));
        line.addAll(List.of(command)); // options may follow the host
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }

    @Test
    void it_logs_into_the_bastion_and_through_it_into_a_host() throws Exception {
        assertThat(ssh(key, "198.18.0.7", "hostname")).isEqualTo(new Ran(0, "bastion\n"));
        assertThat(ssh(key, "10.0.1.10", "hostname; false")).isEqualTo(new Ran(1, "ampere-1\n"));
        assertThat(Files.readAllLines(folder.resolve("their_known_hosts"))).hasSize(2);
    }

    @Test
    void without_a_command_it_is_told_what_there_is() throws Exception {
        assertThat(ssh(key, "198.18.0.7").output()).contains("emulated", "tailscale");
    }

    @Test
    void it_is_not_let_in_with_another_key() throws Exception {
        var ran = ssh(KeyFile.in(folder.resolve("other")), "198.18.0.7", "hostname");
        assertThat(ran.status()).isEqualTo(255);
        assertThat(ran.output()).contains("Permission denied (publickey)");
    }

    @Test
    void its_known_hosts_and_ours_read_each_other() throws Exception {
        // given: what Freehold wrote down, under its own name for the machine
        var ours = folder.resolve("known_hosts");
        var shell = new SshHostShell(() -> new LoginKey.InFile(key.path()), ours, lab.socks(), new SystemTimeline());
        var machine = HostShell.Machine.direct("ocid1.instance.oc1..bastion", "bastion", "debian", "198.18.0.7");
        shell.run(
                machine,
                HostShell.Command.of("true"),
                new SystemTimeline().now().plusSeconds(30));
        // when
        var ran = ssh(
                key,
                "198.18.0.7",
                "-o",
                "UserKnownHostsFile=" + ours,
                "-o",
                "HostKeyAlias=ocid1.instance.oc1..bastion",
                "-o",
                "StrictHostKeyChecking=yes",
                "hostname");
        // then
        assertThat(ran).isEqualTo(new Ran(0, "bastion\n"));
    }
}
