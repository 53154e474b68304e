package dev.freehold.adapters.proxmox.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.host.HostShell.Command;
import dev.freehold.ports.host.HostShell.Ended;
import dev.freehold.ports.host.HostShell.Machine;
import dev.freehold.ports.host.HostShellContract;
import dev.freehold.ports.host.LoginKey;
import dev.freehold.ports.time.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell against the lab's machines, at the addresses of a platform.
class LabMachinesTest implements HostShellContract {
    private static final Timeline TIMELINE = new SystemTimeline();
    private static final Machine BASTION =
            Machine.direct("ocid1.instance.oc1..bastion", "bastion", "debian", "198.18.0.7");

    @TempDir
    static Path kept;

    private static KeyFile key;
    private static LabMachines lab;

    @TempDir
    Path folder;

    private HostShell shell;

    @BeforeAll
    static void launch() throws Exception {
        key = KeyFile.in(kept.resolve("id_ed25519"));
        lab = LabMachines.in(kept.resolve("lab"));
        lab.launch("bastion", "10.0.1.20", "198.18.0.7", "# who may in\n" + key.publicLine());
        lab.launch("ampere-1", "10.0.1.10", null, key.publicLine());
        lab.launch(
                "stranger",
                "10.0.1.30",
                "198.18.0.8",
                KeyFile.in(kept.resolve("other")).publicLine());
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    @BeforeEach
    void a_shell_that_knows_no_machine_yet() {
        shell = new SshHostShell(
                () -> new LoginKey.InFile(key.path()), folder.resolve("known_hosts"), lab.socks(), TIMELINE);
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
        return BASTION;
    }

    @Override
    public Machine behind() {
        return Machine.direct("ocid1.instance.oc1..ampere-1", "ampere-1", "debian", "10.0.1.10");
    }

    @Override
    public Machine stranger() {
        return Machine.direct("ocid1.instance.oc1..stranger", "stranger", "debian", "198.18.0.8");
    }

    @Override
    public Machine nobody() {
        return Machine.direct("ocid1.instance.oc1..nobody", "nobody", "debian", "10.0.1.99");
    }

    private HostShell.Answer run(Machine machine, String... words) throws InterruptedException {
        return shell.run(machine, Command.of(words), TIMELINE.now().plus(Duration.ofSeconds(30)));
    }

    @Test
    void a_private_address_is_reached_from_inside_alone() {
        assertThatThrownBy(() -> run(behind(), "true")).isInstanceOf(Busy.class);
    }

    @Test
    void nobody_but_the_images_user_is_let_in() throws InterruptedException {
        var root = new Machine(BASTION.identity(), "bastion", "root", BASTION.address(), Machine.SSH, null);
        assertThat(run(root, "true"))
                .isInstanceOfSatisfying(
                        HostShell.LockedOut.class,
                        refused -> assertThat(refused.code()).isEqualTo("NotLetIn"));
    }

    @Test
    void a_file_that_root_keeps_to_itself_is_not_read_by_others() throws InterruptedException {
        var machine = behind().through(BASTION);
        var written = run(machine, "sudo", "-n", "sh", "-c", "umask 077; echo mine > /run/root-file");
        assertThat(written).isEqualTo(new Ended(0, "", ""));
        assertThat(((Ended) run(machine, "cat", "/run/root-file")).errors()).contains("Permission denied");
        assertThat(run(machine, "sudo", "cat", "/run/root-file")).isEqualTo(new Ended(0, "mine\n", ""));
        assertThat(run(machine, "sudo", "rm", "-f", "/run/root-file")).isEqualTo(new Ended(0, "", ""));
        assertThat(((Ended) run(machine, "sudo", "cat", "/run/root-file")).errors())
                .contains("No such file");
    }

    @Test
    void without_its_key_file_it_says_what_is_to_be_done() throws InterruptedException {
        var keyless = new SshHostShell(
                () -> new LoginKey.InFile(folder.resolve("none")),
                folder.resolve("known_hosts"),
                lab.socks(),
                TIMELINE);
        var refused = (HostShell.LockedOut)
                keyless.run(BASTION, Command.of("true"), TIMELINE.now().plus(Duration.ofSeconds(30)));
        assertThat(refused.words()).contains(folder.resolve("none").toString(), "freehold setup ssh");
    }

    @Test
    void many_log_in_at_once() throws InterruptedException {
        // given
        var done = new java.util.concurrent.atomic.AtomicInteger();
        var threads = new java.util.ArrayList<Thread>();
        // when
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    if (run(behind().through(BASTION), "echo", "x").equals(new Ended(0, "x\n", ""))) {
                        done.incrementAndGet();
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        // then
        assertThat(done).hasValue(8);
    }

    @Test
    void an_interrupt_ends_the_wait() throws InterruptedException {
        // given
        var ended = new java.util.concurrent.atomic.AtomicReference<Throwable>();
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                run(BASTION, "sleep", "25");
            } catch (InterruptedException | RuntimeException thrown) {
                ended.set(thrown);
            }
        });
        TIMELINE.sleep(Duration.ofSeconds(2));
        // when
        waiting.interrupt();
        waiting.join();
        // then
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    }
}
