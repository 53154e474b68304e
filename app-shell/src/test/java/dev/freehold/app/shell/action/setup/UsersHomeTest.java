package dev.freehold.app.shell.action.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Child;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `~` is `HOME`, and not what the system's list of users says.
class UsersHomeTest {
    private static final String PROFILE = """
        [DEFAULT]
        tenancy=ocid1.tenancy.oc1..a
        user=ocid1.user.oc1..b
        fingerprint=00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff
        region=eu-frankfurt-1
        key_file=~/nowhere.pem
        """;

    @TempDir
    private Path folder;

    @Test
    void the_configuration_and_its_key_are_looked_for_in_home() throws Exception {
        // given
        var home = folder.resolve("somebody");
        Files.createDirectories(home.resolve(".oci"));
        Files.writeString(home.resolve(".oci/config"), PROFILE);
        Files.setPosixFilePermissions(home.resolve(".oci/config"), PosixFilePermissions.fromString("rw-------"));
        var spec = Files.writeString(folder.resolve("freehold.yaml"), """
            name: homelab
            region: eu-frankfurt-1
            budget: {email: me@example.net}
            """);
        // when
        var started = Child.with(
                Map.of("HOME", home.toString()), "setup", "oci", "--target", "live", "--file", spec.toString());
        // then
        assertThat(started.err().replaceAll("\\s+", " "))
                .contains(home.resolve("nowhere.pem") + ", which is not there");
        assertThat(started.code()).isNotZero();
    }
}
