package dev.freehold.adapters.proxmox.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.proxmox.ssh.KnownHosts.HostKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHostsTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("ssh/known_hosts");
    }

    private static HostKey key() throws Exception {
        return HostKey.of(
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
    }

    @Test
    void the_first_key_of_a_machine_is_believed_and_kept() throws Exception {
        // given
        var first = key();
        // when
        var believed = new KnownHosts(file).believe("ocid1.instance.one", first);
        // then
        assertThat(believed).isEqualTo(first);
        assertThat(new KnownHosts(file).of("ocid1.instance.one")).containsExactly(first);
        assertThat(Files.readString(file)).isEqualTo("ocid1.instance.one ssh-ed25519 " + first.blob() + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void another_key_is_not_believed() throws Exception {
        // given
        var first = key();
        var known = new KnownHosts(file);
        known.believe("one", first);
        // when
        var believed = known.believe("one", key());
        // then
        assertThat(believed).isEqualTo(first);
        assertThat(known.of("one")).containsExactly(first);
    }

    @Test
    void each_machine_has_its_own() throws Exception {
        var known = new KnownHosts(file);
        var one = key();
        var other = key();
        known.believe("one", one);
        known.believe("other", other);
        assertThat(known.of("one")).containsExactly(one);
        assertThat(known.of("other")).containsExactly(other);
        assertThat(known.of("on")).isEmpty();
    }

    @Test
    void a_line_that_a_crash_cut_off_means_nothing() throws Exception {
        // given
        var known = new KnownHosts(file);
        var one = key();
        known.believe("one", one);
        Files.writeString(file, Files.readString(file) + "other ssh-ed25519 AAAA");
        assertThat(known.of("other")).isEmpty();
        // when
        var other = key();
        known.believe("other", other);
        // then
        assertThat(known.of("one")).containsExactly(one);
        assertThat(known.of("other")).containsExactly(other);
    }
}
