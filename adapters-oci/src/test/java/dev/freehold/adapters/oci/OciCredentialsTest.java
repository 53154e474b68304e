package dev.freehold.adapters.oci;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.freehold.adapters.oci.profile.OwnerFile;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.ports.cloud.CloudCredentials.Absent;
import dev.freehold.ports.cloud.CloudCredentials.Account;
import dev.freehold.ports.cloud.CloudCredentials.Broken;
import dev.freehold.ports.cloud.CloudCredentials.NotLetIn;
import dev.freehold.ports.cloud.CloudCredentials.Unclear;
import dev.freehold.ports.cloud.CloudCredentials.Unusable;
import dev.freehold.ports.cloud.CloudCredentials.Works;
import dev.freehold.ports.cloud.CloudCredentials.Written;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A key pair and a profile that Freehold makes, and what Oracle says to them.
class OciCredentialsTest {
    @RegisterExtension
    static final WireMockExtension ORACLE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final Account ACCOUNT = new Account(Profiles.TENANCY, Profiles.USER, Profiles.REGION);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(".oci").resolve("config");
    }

    private Path keyFile() {
        return folder.resolve(".oci").resolve("oci_api_key.pem");
    }

    private OciCredentials credentials() {
        return credentials("DEFAULT");
    }

    private OciCredentials credentials(String profile) {
        return new OciCredentials(OciProfile.of(file(), profile).withEndpoint(URI.create(ORACLE.baseUrl())), null);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /// A key that need not be made: making one takes long.
    private void keyIsThere() throws IOException {
        OwnerFile.putNew(keyFile(), Profiles.pem().getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void from_nothing_a_key_and_a_profile_are_made_for_their_owner_alone() throws IOException {
        // given
        assertThat(credentials().find()).isInstanceOf(Absent.class);
        // when
        var key = credentials().makeKey();
        credentials().write(ACCOUNT, key);
        // then
        assertThat(key.isNew()).isTrue();
        assertThat(mode(file())).isEqualTo("rw-------");
        assertThat(mode(keyFile())).isEqualTo("rw-------");
        assertThat(mode(file().getParent())).isEqualTo("rwx------");
        assertThat(credentials().find()).isInstanceOfSatisfying(Written.class, written -> {
            assertThat(written.account()).isEqualTo(ACCOUNT);
            assertThat(written.fingerprint()).isEqualTo(key.fingerprint());
        });
        assertThat(folder.resolve(".oci"))
                .isDirectoryNotContaining("glob:**freehold-new")
                .isDirectoryContaining("glob:**oci_api_key_public.pem");
    }

    @Test
    void a_key_is_made_once_and_never_overwritten() throws IOException {
        // given
        var first = credentials().makeKey();
        var bytes = Files.readAllBytes(keyFile());
        // when
        var second = credentials().makeKey();
        // then
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(second.isNew()).isFalse();
        assertThat(keyFile()).hasBinaryContent(bytes);
    }

    @Test
    void the_fingerprint_is_that_of_a_key_by_other_means() throws IOException {
        keyIsThere();
        assertThat(credentials().makeKey().fingerprint()).isEqualTo(Profiles.fingerprint());
    }

    @Test
    void nothing_but_the_public_half_comes_out() {
        var key = credentials().makeKey();
        assertThat(key.pem()).contains("BEGIN PUBLIC KEY").doesNotContain("PRIVATE");
        assertThat(key.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void what_is_no_key_is_left_alone() throws IOException {
        Files.createDirectories(file().getParent());
        OwnerFile.putNew(keyFile(), "-----BEGIN PRIVATE KEY-----\nhunter2\n".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> credentials().makeKey())
                .isInstanceOf(Unusable.class)
                .hasMessageContainingAll("oci_api_key.pem", "does not overwrite", "--key-file")
                .hasMessageNotContaining("hunter2");
        assertThat(keyFile()).content().contains("hunter2");
    }

    @Test
    void killed_while_a_file_was_written_aside_the_next_run_goes_on() throws IOException {
        // given halves of both files, as a kill leaves them
        Files.createDirectories(file().getParent());
        Files.writeString(OwnerFile.aside(keyFile()), "-----BEGIN PRI");
        Files.writeString(OwnerFile.aside(file()), "[DEF");
        assertThat(credentials().find()).isInstanceOf(Absent.class);
        // when
        credentials().write(ACCOUNT, credentials().makeKey());
        // then
        assertThat(credentials().find()).isInstanceOf(Written.class);
        assertThat(folder.resolve(".oci")).isDirectoryNotContaining("glob:**freehold-new");
    }

    @Test
    void killed_after_the_key_the_same_key_is_written_down() throws IOException {
        keyIsThere();
        assertThat(credentials().find()).isInstanceOf(Absent.class);
        credentials().write(ACCOUNT, credentials().makeKey());
        assertThat(credentials().find())
                .isInstanceOfSatisfying(
                        Written.class,
                        written -> assertThat(written.fingerprint()).isEqualTo(Profiles.fingerprint()));
    }

    @Test
    void a_profile_beside_others_leaves_them_and_inherits_no_passphrase() throws IOException {
        // given
        keyIsThere();
        var before = "[DEFAULT]\n# mine\npass_phrase=hunter2\nuser=x\n";
        Files.writeString(file(), before);
        // when
        credentials("work").write(ACCOUNT, credentials("work").makeKey());
        // then
        assertThat(file()).content().startsWith(before);
        assertThat(mode(file())).isEqualTo("rw-------");
        assertThat(file()).content().containsPattern("\\[work]\n[^\\[]*pass_phrase ?=\\s*(\n|$)");
    }

    @Test
    void a_configuration_behind_a_link_stays_one() throws IOException {
        keyIsThere();
        var real = Files.writeString(folder.resolve("real"), "");
        Files.createSymbolicLink(file(), real);
        credentials().write(ACCOUNT, credentials().makeKey());
        assertThat(file()).isSymbolicLink();
        assertThat(real).content().contains(Profiles.USER);
    }

    @Test
    void a_file_that_cant_be_read_is_not_written_to() throws IOException {
        keyIsThere();
        Files.writeString(file(), "nonsense\n");
        assertThatThrownBy(() -> credentials().write(ACCOUNT, credentials().makeKey()))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("line 1");
        assertThat(file()).content().isEqualTo("nonsense\n");
    }

    @Test
    void a_fingerprint_of_another_key_is_told_without_a_call() throws IOException {
        keyIsThere();
        credentials().write(ACCOUNT, credentials().makeKey());
        Files.writeString(file(), Files.readString(file()).replaceFirst("fingerprint=..", "fingerprint=00"));
        assertThat(credentials().find())
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.words()).contains("00:", Profiles.fingerprint(), "another key's"));
    }

    @Test
    void a_key_of_openssls_older_form_is_read() throws IOException {
        // given PKCS#8 without its head: version, algorithm and the octet string's own head
        var pkcs8 = Profiles.KEY.getPrivate().getEncoded();
        var pkcs1 = java.util.Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        var older = "-----BEGIN RSA PRIVATE KEY-----\n"
                + java.util.Base64.getMimeEncoder().encodeToString(pkcs1) + "\n-----END RSA PRIVATE KEY-----\n";
        OwnerFile.putNew(keyFile(), older.getBytes(StandardCharsets.US_ASCII));
        // then
        assertThat(credentials().makeKey().fingerprint()).isEqualTo(Profiles.fingerprint());
    }

    private void oracleAnswers(int status, Instant itsClock) throws IOException {
        keyIsThere();
        credentials().write(ACCOUNT, credentials().makeKey());
        ORACLE.stubFor(get(urlPathMatching(".*/regionSubscriptions"))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("content-type", "application/json")
                        .withHeader(
                                "date", DateTimeFormatter.RFC_1123_DATE_TIME.format(itsClock.atOffset(ZoneOffset.UTC)))
                        .withBody(
                                status == 200
                                        ? "[{\"regionName\": \"eu-frankfurt-1\"}]"
                                        : "{\"code\": \"NotAuthenticated\", \"message\": \"no\"}")));
    }

    @Test
    void a_wrong_clock_is_told_in_time() throws IOException {
        oracleAnswers(401, Instant.now().minusSeconds(1000));
        assertThat(credentials().prove())
                .isInstanceOfSatisfying(
                        NotLetIn.class,
                        no -> assertThat(no.clockAhead()).isBetween(Duration.ofSeconds(990), Duration.ofSeconds(1010)));
    }

    @Test
    void a_key_that_is_let_in_works() throws IOException {
        oracleAnswers(200, Instant.now());
        assertThat(credentials().prove())
                .isInstanceOfSatisfying(
                        Works.class, works -> assertThat(works.regions()).containsExactly("eu-frankfurt-1"));
    }

    @Test
    void a_region_that_is_newer_than_the_sdk_is_one_all_the_same() {
        // given
        var region = OciClients.region("eu-nowhere-9");
        // then
        assertThat(credentials().knownRegions()).contains("eu-frankfurt-1");
        assertThat(region.getRegionId()).isEqualTo("eu-nowhere-9");
        assertThat(region.getRealm().getSecondLevelDomain()).isEqualTo("oraclecloud.com");
    }

    @Test
    void a_fault_of_oracles_says_nothing_of_the_key() throws IOException {
        oracleAnswers(503, Instant.now());
        assertThat(credentials().prove()).isInstanceOf(Unclear.class);
    }
}
