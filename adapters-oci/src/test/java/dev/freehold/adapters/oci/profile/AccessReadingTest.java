package dev.freehold.adapters.oci.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.oci.Profiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an OCI configuration file may be, and what is said of one that can't work.
class AccessReadingTest {
    @TempDir
    private Path folder;

    private ProfileLocation profile;

    @BeforeEach
    void write() {
        profile = Profiles.locatedIn(folder, URI.create("http://127.0.0.1:1"));
    }

    private static ProfileLocation located(Path file, String profile) {
        return new ProfileLocation(file, profile, null, null);
    }

    private void rewrite(String text) throws IOException {
        Files.writeString(profile.file(), text);
    }

    @Test
    void a_profile_is_read_with_its_key() {
        var access = AccessReading.read(profile);
        assertThat(access.tenancy()).isEqualTo(Profiles.TENANCY);
        assertThat(access.user()).isEqualTo(Profiles.USER);
        assertThat(access.region()).isEqualTo(Profiles.REGION);
        assertThat(access.key()).asString().isEqualTo(Profiles.pem());
    }

    @Test
    void a_profile_inherits_what_it_does_not_say() throws IOException {
        rewrite(Profiles.text() + "[work]\nregion = eu-zurich-1\n");
        var access = AccessReading.read(located(profile.file(), "work"));
        assertThat(access.region()).isEqualTo("eu-zurich-1");
        assertThat(access.user()).isEqualTo(Profiles.USER);
    }

    @Test
    void a_region_that_was_asked_for_wins() {
        assertThat(AccessReading.read(new ProfileLocation(
                                profile.file(), profile.profile(), "uk-london-1", profile.endpoint()))
                        .region())
                .isEqualTo("uk-london-1");
    }

    @Test
    void a_missing_file_is_named() {
        var missing = located(folder.resolve("nothing"), "DEFAULT");
        assertThatThrownBy(() -> AccessReading.read(missing))
                .isInstanceOf(UnusableProfile.class)
                .hasMessageContainingAll("no OCI configuration file", "nothing");
    }

    @Test
    void a_missing_profile_is_named_beside_those_that_are_there() {
        assertThatThrownBy(() -> AccessReading.read(located(profile.file(), "work")))
                .isInstanceOf(UnusableProfile.class)
                .hasMessageContainingAll("[work]", "DEFAULT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "tenancy", "fingerprint", "key_file", "region"})
    void a_missing_key_is_named(String key) throws IOException {
        rewrite(Profiles.text().replaceAll("(?m)^" + key + "=.*\n", ""));
        assertThatThrownBy(() -> AccessReading.read(profile))
                .isInstanceOf(UnusableProfile.class)
                .hasMessageContainingAll(
                        "'" + key + "'", "[DEFAULT]", profile.file().toString());
    }

    @Test
    void a_wrong_fingerprint_is_named_with_its_line() throws IOException {
        rewrite(Profiles.text().replace(Profiles.fingerprint(), "SHA256:abc"));
        assertThatThrownBy(() -> AccessReading.read(profile))
                .isInstanceOf(UnusableProfile.class)
                .hasMessageContainingAll("line 3", "fingerprint", "16 pairs");
    }

    @Test
    void a_user_that_is_no_ocid_is_named_with_its_line() throws IOException {
        rewrite(Profiles.text().replace(Profiles.USER, "me@example.org"));
        assertThatThrownBy(() -> AccessReading.read(profile)).hasMessageContainingAll("line 2", "'user'", "OCID");
    }

    @Test
    void a_key_that_others_may_read_is_refused() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("key.pem"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> AccessReading.read(profile)).hasMessageContainingAll("key_file", "chmod 600");
    }

    @Test
    void a_key_that_is_not_there_is_named() throws IOException {
        Files.delete(folder.resolve("key.pem"));
        assertThatThrownBy(() -> AccessReading.read(profile)).hasMessageContainingAll("key_file", "not there");
    }

    @Test
    void a_line_that_is_none_is_named_and_not_shown() throws IOException {
        rewrite(Profiles.text() + "-----BEGIN PRIVATE KEY-----\n");
        assertThatThrownBy(() -> AccessReading.read(profile))
                .hasMessageContaining("line 7")
                .hasMessageNotContaining("PRIVATE KEY");
    }

    @Test
    void nothing_that_is_read_shows_a_secret() throws IOException {
        rewrite(Profiles.text() + "pass_phrase=hunter2\n");
        var access = AccessReading.read(profile);
        assertThat(access.toString()).doesNotContain("hunter2", "PRIVATE KEY");
        assertThat(ConfigurationFile.read(profile.file()).profile("DEFAULT").toString())
                .doesNotContain("hunter2");
    }
}
