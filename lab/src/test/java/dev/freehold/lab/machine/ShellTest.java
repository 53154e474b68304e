package dev.freehold.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.ManualClock;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
    private final Machine machine =
            new Machine("ocid1", "one", "one", "RUNNING", Optional.empty(), Optional.empty(), "A1", Map.of());

    @TempDir
    Path folder;

    private World world;
    private Disks disks;

    @BeforeEach
    void open() {
        world = World.open(folder, new Ocids(0, "eu-frankfurt-1"), _ -> new ManualClock());
        disks = new Disks(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private record Ran(int status, String out, String err) {}

    private Ran run(String script) throws IOException, InterruptedException {
        return run(script, "");
    }

    private Ran run(String script, String input) throws IOException, InterruptedException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var shell = new Shell(Programs.ofDebian(world.clock()), machine, disks.of(machine.id()), Actor.USER);
        var status = shell.run(script, new StandardStreams(in, out, err));
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        echo a  b                 ~ a b
        echo 'a  b' "c  d" e\\ f  ~ a  b c  d e f
        echo 'it'\\''s' '$HOME'   ~ it's $HOME
        echo '' x                 ~ ` x`
        true && echo yes          ~ yes
        false || echo no          ~ no
        false; echo on            ~ on
        echo a > /tmp/f; cat /tmp/f ~ a
        sudo -n sh -c 'echo root' ~ root
        sudo id                   ~ uid=0(root)
        id                        ~ uid=1000(debian)
        trap 'echo bye' EXIT      ~ bye
        /bin/echo x               ~ x
        """)
    void it_reads_what_a_shell_reads(String script, String printed) throws Exception {
        assertThat(run(script)).isEqualTo(new Ran(0, printed + '\n', ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo $HOME", "echo `id`", "ls | cat", "echo *", "cat < f", "echo 'a", "sleep 1 &", "(id)"})
    void what_it_would_misread_it_refuses(String script) throws Exception {
        var ran = run(script);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("sh: ");
    }

    @Test
    void what_follows_a_failure_is_not_done() throws Exception {
        assertThat(run("false && echo never")).isEqualTo(new Ran(1, "", ""));
        assertThat(run("nothing-such && echo never").status()).isEqualTo(127);
    }

    @Test
    void its_output_can_go_where_errors_go() throws Exception {
        assertThat(run("echo a >&2 && echo b")).isEqualTo(new Ran(0, "b\n", "a\n"));
    }

    @Test
    void a_file_of_roots_alone_is_gone_when_its_script_ends() throws Exception {
        // given
        var script = "umask 077; trap 'rm -f /run/key' EXIT; cat > /run/key && cat /run/key";
        // when
        var ran = run("sudo -n sh -c '" + script.replace("'", "'\\''") + "'", "secret");
        // then
        assertThat(ran).isEqualTo(new Ran(0, "secret", ""));
        assertThat(run("sudo cat /run/key").err()).contains("No such file");
    }

    @Test
    void others_can_not_write_where_root_does() throws Exception {
        assertThat(run("echo a > /run/key").err()).contains("Permission denied");
    }
}
