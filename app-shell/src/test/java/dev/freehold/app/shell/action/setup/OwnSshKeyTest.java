package dev.freehold.app.shell.action.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.ServedLab;
import dev.freehold.app.shell.Started;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `setup ssh` with a key that somebody has already.
class OwnSshKeyTest {
    @TempDir
    private Path folder;

    private Path own = Path.of("unset");

    @BeforeEach
    void with_a_key_of_the_users_own() throws IOException {
        own = key("id_ed25519");
        Files.writeString(folder.resolve("freehold.yaml"), "name: homelab\n");
    }

    /// A key that the program itself makes, as OpenSSH would.
    private Path key(String name) throws IOException {
        var other = folder.resolve("of-" + name);
        var started = Started.in(other, "setup", "ssh", "--yes", "--target", "lab");
        assertThat(started.code()).as(started.err()).isZero();
        var made = other.resolve("lab/secrets/ssh/homelab");
        Files.move(made.resolveSibling("homelab.pub"), folder.resolve(name + ".pub"));
        return Files.move(made, folder.resolve(name));
    }

    private Started setUp(String... more) {
        return in("live", more);
    }

    private Started in(String target, String... more) {
        var words = new ArrayList<>(List.of("setup", "ssh", "--yes", "--target", target));
        words.addAll(List.of("-f", folder.resolve("freehold.yaml").toString()));
        words.addAll(List.of("--home", home().toString()));
        words.addAll(List.of(more));
        return Started.with(words.toArray(String[]::new));
    }

    private Path home() {
        return folder.resolve("home");
    }

    private String output(String name) {
        var started = Started.in(home(), "outputs", "setup", name, "--target", "live");
        assertThat(started.code()).as(started.err()).isZero();
        return started.out().strip();
    }

    private String publicLine(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".pub")).strip();
    }

    private static String said(Started started) {
        return (started.out() + started.err()).replaceAll("\\s+", " ");
    }

    private void assertRefused(Started started, String... words) {
        assertThat(started.code()).as(said(started)).isEqualTo(2);
        assertThat(said(started)).contains(words).doesNotContain("PRIVATE KEY-----");
        assertThat(home().resolve("live")).doesNotExist();
    }

    @Test
    void is_used_where_it_lies_and_kept_when_setup_runs_again() throws Exception {
        // given
        var bytes = Files.readAllBytes(own);
        // when
        var first = setUp("--ssh-key", own.toString());
        // then
        assertThat(first.code()).as(said(first)).isZero();
        assertThat(output("sshPrivateKeyFile")).isEqualTo(own.toString());
        assertThat(output("sshPublicKey")).isEqualTo(publicLine("id_ed25519"));
        // and again, with the flag and without
        for (var again : List.of(setUp(), setUp("--ssh-key", own.toString()))) {
            assertThat(again.code()).isZero();
            assertThat(again.out()).contains("0 of 0 changes");
        }
        assertThat(output("sshPrivateKeyFile")).isEqualTo(own.toString());
        assertThat(own).hasBinaryContent(bytes);
    }

    @Test
    void is_in_no_backup() throws Exception {
        // given
        setUp("--ssh-key", own.toString());
        var passphrase =
                Files.writeString(folder.resolve("passphrase"), "correct horse").toString();
        // when
        var backup = Started.in(
                home(),
                "secrets",
                "backup",
                folder.resolve("backup").toString(),
                "--passphrase-file",
                passphrase,
                "--target",
                "live",
                "-o",
                "json");
        // then: its public half, and which it is
        assertThat(backup.code()).as(backup.err()).isZero();
        assertThat(backup.out()).contains("\"files\" : 2");
    }

    @Test
    void without_its_public_half_that_is_derived_and_said() throws Exception {
        // given
        var line = publicLine("id_ed25519");
        Files.delete(folder.resolve("id_ed25519.pub"));
        // when
        var started = setUp("--ssh-key", own.toString());
        // then
        assertThat(started.code()).as(said(started)).isZero();
        assertThat(said(started)).contains("There is no " + own + ".pub");
        assertThat(output("sshPublicKey")).isEqualTo(line);
        assertThat(folder.resolve("id_ed25519.pub")).doesNotExist();
    }

    @Test
    void what_can_not_be_used_is_refused_by_name_and_nothing_is_written() throws Exception {
        assertRefused(setUp("--ssh-key", folder.resolve("nowhere").toString()), "nowhere is not there");
        assertRefused(setUp("--ssh-key", own + ".pub"), "is a public key");
        assertRefused(setUp("--ssh-key", folder.toString()), "is a folder");
        assertRefused(setUp("--ssh-key", own.toString(), "--ssh-agent"), "not both");
        assertRefused(Started.in(home(), "setup", "flux", "--ssh-key", own.toString()), "belongs to the part ssh");
        assertRefused(Started.in(home(), "setup", "ssh", "--ssh-key", own.toString()), "--target live");
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(setUp("--ssh-key", own.toString()), "can be read by others", "chmod go=");
    }

    @Test
    void behind_a_passphrase_it_takes_an_agent() throws Exception {
        // given OpenSSH's format with a cipher named, which nothing tries to open
        var locked = Files.write(folder.resolve("locked"), locked(publicLine("id_ed25519")));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rw-------"));
        // when, then
        assertRefused(setUp("--ssh-key", locked.toString()), "has a passphrase", "no SSH agent holds it", "ssh-add");
    }

    private static byte[] locked(String publicLine) throws IOException {
        var blob = Base64.getDecoder().decode(publicLine.split(" ", -1)[1]);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII));
        for (var word : List.of("aes256-ctr", "bcrypt", "salt")) {
            out.writeInt(word.length());
            out.write(word.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeInt(1);
        out.writeInt(blob.length);
        out.write(blob);
        out.writeInt(64);
        out.write(new byte[64]);
        return ("-----BEGIN OPENSSH PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(bytes.toByteArray())
                        + "\n-----END OPENSSH PRIVATE KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void another_one_is_taken_as_long_as_no_machine_stands_and_it_is_said() throws Exception {
        // given a platform with a pair that was made for it
        assertThat(setUp().code()).isZero();
        var made = output("sshPublicKey");
        // when
        var changed = setUp("--ssh-key", own.toString());
        // then
        assertThat(changed.code()).as(said(changed)).isZero();
        assertThat(said(changed)).contains("Until now the key for the hosts was SHA256:", "1 of 1 changes");
        assertThat(output("sshPublicKey")).isEqualTo(publicLine("id_ed25519"));
        // and back to the pair, which is still there
        var back = setUp("--ssh-key", home().resolve("live/secrets/ssh/homelab").toString());
        assertThat(back.code()).as(said(back)).isZero();
        assertThat(output("sshPublicKey")).isEqualTo(made);
    }

    @Test
    void machines_let_it_in_and_then_no_other_can_be_chosen() throws Exception {
        // given machines that were launched with it, and were logged into to join the tailnet
        var other = key("other");
        var spec = folder.resolve("freehold.yaml").toString();
        try (var lab = ServedLab.in(home())) {
            assertThat(in("lab", "--ssh-key", own.toString()).code()).isZero();
            lab.succeeds("deploy", "oci", "--yes", "--prebuilt-images", "-f", spec);
            // when
            var refused = in("lab", "--ssh-key", other.toString());
            // then
            assertThat(refused.code()).isEqualTo(2);
            assertThat(said(refused))
                    .contains("Machines know another key", "ampere-1", "bastion", "freehold destroy oci --cascade");
            // and the same key in another place is the same key
            var moved = Files.copy(own, folder.resolve("moved"), StandardCopyOption.COPY_ATTRIBUTES);
            var same = in("lab", "--ssh-key", moved.toString());
            assertThat(same.code()).as(said(same)).isZero();
            assertThat(lab.succeeds("outputs", "setup", "sshPrivateKeyFile")
                            .out()
                            .strip())
                    .isEqualTo(moved.toString());
            // and where it is lost, nothing is made anew
            Files.delete(moved);
            var lost = in("lab");
            assertThat(lost.code()).isEqualTo(1);
            assertThat(said(lost)).contains("moved is not there");
        }
    }

    @Test
    void a_choice_that_nobody_approved_locks_nobody_out_of_machines_launched_since() throws Exception {
        // given a platform with a key that was made, and another one that was chosen and not approved
        var spec = folder.resolve("freehold.yaml").toString();
        try (var lab = ServedLab.in(home())) {
            lab.succeeds("setup", "--yes", "-f", spec);
            var made = lab.succeeds("outputs", "setup", "sshPublicKey").out();
            var denied = lab.run("setup", "ssh", "--ssh-key", own.toString(), "-f", spec);
            assertThat(denied.code()).as(said(denied)).isEqualTo(4);
            // when machines are launched
            lab.succeeds("deploy", "oci", "--yes", "--prebuilt-images", "-f", spec);
            // then setting up again settles nothing that they don't know
            var again = lab.succeeds("setup", "--yes", "-f", spec);
            assertThat(said(again)).contains("was chosen and never came to be");
            assertThat(lab.succeeds("outputs", "setup", "sshPublicKey").out()).isEqualTo(made);
            lab.succeeds("deploy", "oci", "--yes", "--refresh", "-f", spec);
            assertThat(lab.succeeds("outputs", "setup", "sshPublicKey").out()).isEqualTo(made);
        }
    }
}
