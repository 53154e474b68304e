package dev.freehold.adapters.local.tailscale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is run on a machine, by a real shell, with a `tailscale` that writes down how it was called.
class JoinScriptTest {
    @TempDir
    Path folder;

    private record Ran(int status, String output) {}

    private Ran run(String tailscale) throws Exception {
        var program = Files.writeString(folder.resolve("tailscale"), "#!/bin/sh\n" + tailscale);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        var script = TailscaleOnMachine.script(folder.resolve("key").toString(), "homelab-ampere-1");
        var builder = new ProcessBuilder("/bin/sh", "-c", script).redirectErrorStream(true);
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        builder.environment().put("FOLDER", folder.toString());
        var shell = builder.start();
        try (var input = shell.getOutputStream()) {
            input.write("tskey-auth-secret".getBytes(StandardCharsets.UTF_8));
        }
        var output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(shell.waitFor(), output);
    }

    @Test
    void the_key_is_read_from_a_file_that_is_its_owners_alone_and_gone_afterwards() throws Exception {
        // when
        var ran = run("""
            echo "$@" >> "$FOLDER/calls"
            [ "$1" = up ] && { cat "$FOLDER/key" > "$FOLDER/seen"; stat -c %a "$FOLDER/key" > "$FOLDER/mode"; }
            [ "$1" = status ] && echo '{}'
            exit 0
            """);
        // then
        assertThat(ran).isEqualTo(new Ran(0, "{}\n"));
        assertThat(folder.resolve("seen")).hasContent("tskey-auth-secret");
        assertThat(folder.resolve("mode")).hasContent("600");
        assertThat(folder.resolve("key")).doesNotExist();
        assertThat(Files.readString(folder.resolve("calls")))
                .contains("up --reset --auth-key=file:" + folder.resolve("key") + " --hostname=homelab-ampere-1")
                .doesNotContain("tskey");
    }

    @Test
    void a_failure_leaves_no_key_behind_and_is_told() throws Exception {
        var ran = run("echo 'backend error: invalid key' >&2; exit 1\n");
        assertThat(ran).isEqualTo(new Ran(1, "backend error: invalid key\n"));
        assertThat(folder.resolve("key")).doesNotExist();
    }

    @Test
    void one_that_is_ended_leaves_no_key_behind() throws Exception {
        var ran = run("kill -TERM $PPID; exit 0\n");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(folder.resolve("key")).doesNotExist();
    }
}
