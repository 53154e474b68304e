package dev.freehold.adapters.local.ssh;

import static dev.freehold.ports.driver.Calls.TOKEN;
import static dev.freehold.ports.driver.Calls.created;
import static dev.freehold.ports.driver.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.local.HomeOutside;
import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Outside;
import dev.freehold.ports.driver.Refused;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.ResourceDriverContract;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.file.Disk;
import dev.freehold.ports.skeleton.LookFirst;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshKeyPairDriverTest implements ResourceDriverContract<SshKeyPair> {
    @TempDir
    private Path folder;

    private TargetFolder target = new Home(Path.of("unset"), Disk.UNFORCED).target("lab");

    @BeforeEach
    void at_a_home_of_its_own() {
        target = new Home(folder.resolve("home"), Disk.UNFORCED).target("lab");
    }

    @Override
    public ResourceDriver<SshKeyPair> driver() {
        return new LookFirst<>(new SshKeyPairDriver(target));
    }

    @Override
    public SshKeyPair wanted() {
        return new SshKeyPair("homelab", "freehold@homelab");
    }

    @Override
    public Optional<SshKeyPair> changed() {
        return Optional.empty();
    }

    @Override
    public Context context() {
        return Calls.context(new SystemTimeline());
    }

    private Path privateFile() {
        return target.secrets().resolve("ssh").resolve("homelab");
    }

    private Path publicFile() {
        return target.secrets().resolve("ssh").resolve("homelab.pub");
    }

    private String make() throws InterruptedException {
        return text(created(driver().create(wanted(), TOKEN, context())), "publicKey")
                .orElseThrow();
    }

    @Test
    void the_private_half_is_the_owners_alone_and_the_public_line_lies_beside_it() throws Exception {
        // when
        var outputs = created(driver().create(wanted(), TOKEN, context()));
        // then
        assertThat(text(outputs, "privateKeyFile")).contains(privateFile().toString());
        assertThat(Files.getPosixFilePermissions(privateFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(publicFile()))
                .isEqualTo(text(outputs, "publicKey").orElseThrow() + "\n");
        assertThat(text(outputs, "publicKey").orElseThrow()).matches("ssh-ed25519 [A-Za-z0-9+/]{68} freehold@homelab");
    }

    @Test
    void no_two_pairs_are_alike_and_no_private_half_is_in_the_outputs() throws Exception {
        // given
        var first = make();
        var secret = Files.readString(privateFile());
        driver().delete(wanted(), context());
        // when
        var second = created(driver().create(wanted(), TOKEN, context()));
        // then
        assertThat(text(second, "publicKey")).isNotEqualTo(Optional.of(first));
        assertThat(second.toString())
                .doesNotContain(secret.lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void a_pair_that_was_brought_along_is_taken_over_with_its_own_comment() throws Exception {
        // given
        Files.createDirectories(privateFile().getParent());
        var brought = OpenSshKey.random("me@laptop");
        Files.write(privateFile(), brought.privateFile());
        // when
        var line = make();
        // then
        assertThat(line).isEqualTo(brought.publicLine()).endsWith(" me@laptop");
        assertThat(driver().observe(wanted(), context())).isPresent();
        assertThat(Files.getPosixFilePermissions(privateFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_creation_that_was_cut_short_after_the_private_file_is_completed_with_the_same_key() throws Exception {
        // given
        var line = make();
        Files.delete(publicFile());
        // when
        assertThat(driver().observe(wanted(), context())).isEmpty();
        var again = make();
        // then
        assertThat(again).isEqualTo(line);
        assertThat(Files.readString(publicFile())).isEqualTo(line + "\n");
    }

    @Test
    void what_a_killed_process_had_written_aside_is_no_key() throws Exception {
        // given
        Files.createDirectories(privateFile().getParent());
        Files.writeString(privateFile().resolveSibling("homelab.new"), "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl");
        // when
        assertThat(driver().observe(wanted(), context())).isEmpty();
        make();
        // then
        assertThat(privateFile().getParent().toFile().list()).containsExactlyInAnyOrder("homelab", "homelab.pub");
    }

    @Test
    void a_key_that_others_may_read_is_not_as_wanted_until_it_is_closed_again() throws Exception {
        // given
        var line = make();
        Files.setPosixFilePermissions(privateFile(), PosixFilePermissions.fromString("rw-r--r--"));
        // when
        assertThat(driver().observe(wanted(), context())).isEmpty();
        // then
        assertThat(make()).isEqualTo(line);
        assertThat(Files.getPosixFilePermissions(privateFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_private_file_cut_anywhere_is_never_taken_for_a_key_nor_overwritten() throws Exception {
        // given
        make();
        var whole = Files.readAllBytes(privateFile());
        for (int length = 0; length < whole.length - 1; length++) {
            var cut = Arrays.copyOf(whole, length);
            Files.write(privateFile(), cut);
            // when
            var answer = driver().create(wanted(), TOKEN, context());
            // then
            assertThat(answer).as("cut at %d", length).isInstanceOf(Refused.class);
            assertThat(Files.readAllBytes(privateFile())).isEqualTo(cut);
            assertThatThrownBy(() -> driver().observe(wanted(), context()))
                    .isInstanceOf(Unforeseen.class)
                    .hasMessageContaining("homelab is not a whole file");
        }
    }

    @Test
    void a_flipped_bit_is_seen() throws Exception {
        // given
        make();
        var whole = Files.readAllBytes(privateFile());
        int begin = 36;
        int end = whole.length - 36;
        int seen = 0;
        for (int at = begin; at < end; at++) {
            var damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(privateFile(), damaged);
            // when, then
            if (isRefused()) {
                seen++;
            }
        }
        // The comment, the padding and the check number's own bits are nobody's key.
        assertThat(seen).isGreaterThan((end - begin) * 3 / 4);
    }

    private boolean isRefused() throws InterruptedException {
        return driver().create(wanted(), TOKEN, context()) instanceof Refused;
    }

    @Test
    void a_public_file_alone_is_somebody_elses() throws Exception {
        // given
        Files.createDirectories(publicFile().getParent());
        Files.writeString(publicFile(), "ssh-ed25519 AAAA me@laptop\n");
        // when
        var answer = driver().create(wanted(), TOKEN, context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words())
                                .contains("without its private half", "Nothing was touched"));
        assertThat(privateFile()).doesNotExist();
    }

    @Test
    void a_key_of_another_format_is_named_and_left_alone() throws Exception {
        // given
        Files.createDirectories(privateFile().getParent());
        Files.writeString(privateFile(), "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n");
        // when
        var answer = driver().create(wanted(), TOKEN, context());
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words())
                                .contains("not a whole file in OpenSSH's own format", "not touched"));
        assertThat(Files.readString(privateFile())).contains("RSA");
    }

    @Test
    void a_home_that_can_not_be_written_to_is_said_and_leaves_nothing() throws IOException {
        // given
        Files.createDirectories(target.path());
        Files.writeString(target.secrets(), "a file in the way");
        // when, then
        assertThatThrownBy(() -> driver().create(wanted(), TOKEN, context()))
                .isInstanceOf(Unforeseen.class)
                .hasMessageContaining("--home");
    }

    @Override
    public Outside outside() {
        return new KeyFolder();
    }

    /// The folder of the keys.
    private final class KeyFolder extends HomeOutside {
        @Override
        public Stranger stranger() throws IOException {
            return written(publicFile(), "ssh-ed25519 AAAA me@laptop\n");
        }

        @Override
        public Denial missingRight() {
            return unwritable(target.home().root());
        }

        @Override
        public int count() {
            return countOf(privateFile());
        }

        @Override
        public void change() throws IOException {
            Files.setPosixFilePermissions(privateFile(), PosixFilePermissions.fromString("rw-r--r--"));
        }

        @Override
        public void remove() throws IOException {
            Files.delete(privateFile());
            Files.delete(publicFile());
        }
    }

    @Test
    void a_key_of_another_format_is_not_removed() throws Exception {
        // given
        Files.createDirectories(privateFile().getParent());
        Files.writeString(privateFile(), "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n");
        // when
        var answer = driver().delete(wanted(), context());
        // then
        assertThat(answer).isInstanceOf(Refused.class);
        assertThat(Files.readString(privateFile())).contains("RSA");
    }
}
