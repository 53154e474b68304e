package dev.freehold.adapters.oci.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.oci.Profiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One key in the forms that OpenSSL 3.0.19 writes, behind the passphrase `correct-horse`: what `cryptography`
/// reads, over which `oci` is built, and two more. It was made for this test.
class PemKeyTest {
    private static final String PASSPHRASE = "correct-horse";

    @TempDir
    private Path folder;

    private static String text(String form) throws IOException {
        try (var file = Objects.requireNonNull(PemKeyTest.class.getResourceAsStream("/keys/" + form + ".pem"))) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static byte[] read(String form, @Nullable String phrase) throws Exception {
        return PemKey.read(text(form), phrase == null ? null : phrase.toCharArray())
                .getEncoded();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traditional-aes128",
                "traditional-aes192",
                "traditional-aes256",
                "traditional-des3",
                "traditional-des",
                "pkcs8-aes-128-cbc",
                "pkcs8-aes-192-cbc",
                "pkcs8-aes-256-cbc",
                "pkcs8-des3",
                "pkcs8-sha1",
                "pkcs8-sha512",
                "pkcs8-pkcs12-3des",
                "pkcs8-pbes1-md5-des",
                "scrypt",
            })
    void a_key_behind_a_passphrase_is_read_in_every_form(String form) throws Exception {
        assertThat(read(form, PASSPHRASE)).isEqualTo(read("pkcs8", null));
        assertThatThrownBy(() -> read(form, "wrong"))
                .isInstanceOf(PemKey.Unreadable.class)
                .hasMessageContaining("does not open with the profile's pass_phrase");
        assertThatThrownBy(() -> read(form, null))
                .isInstanceOf(PemKey.Unreadable.class)
                .hasMessageContaining("no pass_phrase");
    }

    @Test
    void a_plain_key_is_read_whatever_is_around_it() throws Exception {
        // given
        var wanted = read("pkcs8", null);
        // when, then
        assertThat(read("pkcs1", null)).isEqualTo(wanted);
        assertThat(read("pkcs1", "inherited, and not needed")).isEqualTo(wanted);
        var around = "Bag Attributes\r\n  friendlyName: me\r\n"
                + text("pkcs8").replace("\n", "\r\n").replace("MII", " MII") + "OCI_API_KEY\r\n";
        assertThat(PemKey.read(around, null).getEncoded()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ssh-rsa AAAA",
                "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIB\n-----END RSA PRIVATE KEY-----\n",
                """
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-256-CBC,00

                MIIB
                -----END RSA PRIVATE KEY-----
                """,
                """
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: RC2-CBC,0011223344556677

                MIIB
                -----END RSA PRIVATE KEY-----
                """,
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n",
            })
    void what_is_no_such_key_is_refused_without_showing_it(String text) {
        assertThatThrownBy(() -> PemKey.read(text, PASSPHRASE.toCharArray()))
                .isInstanceOf(PemKey.Unreadable.class)
                .hasMessageNotContaining("MIIB")
                .hasMessageNotContaining(PASSPHRASE);
    }

    @Test
    void a_cut_key_is_refused() throws Exception {
        for (var form : new String[] {"pkcs8-aes-256-cbc", "scrypt", "pkcs8-pbes1-md5-des", "traditional-aes256"}) {
            var lines = text(form).lines().toList();
            for (int cut = 1; cut < lines.size() - 1; cut++) {
                var text = String.join("\n", lines.subList(0, cut)) + '\n' + lines.getLast() + '\n';
                assertThatThrownBy(() -> PemKey.read(text, PASSPHRASE.toCharArray()))
                        .as(form + " " + cut)
                        .isInstanceOf(PemKey.Unreadable.class);
            }
        }
    }

    @Test
    void a_profile_with_a_key_that_does_not_open_names_its_line_before_anybody_is_called() throws Exception {
        // given
        var profile = Profiles.locatedIn(folder, URI.create("http://127.0.0.1:1"));
        Files.writeString(folder.resolve("key.pem"), text("traditional-aes256"));
        Files.setPosixFilePermissions(folder.resolve("key.pem"), PosixFilePermissions.fromString("rw-------"));
        // when, then
        assertThatThrownBy(() -> AccessReading.read(profile))
                .hasMessageContainingAll("key_file", "line ", "pass_phrase", "Nobody was asked");
        Files.writeString(profile.file(), Profiles.text() + "pass_phrase=wrong\n");
        assertThatThrownBy(() -> AccessReading.read(profile))
                .hasMessageContaining("does not open")
                .hasMessageNotContaining("wrong");
        Files.writeString(profile.file(), Profiles.text() + "pass_phrase=" + PASSPHRASE + '\n');
        assertThat(AccessReading.read(profile).publicHalf().getModulus().bitLength())
                .isEqualTo(1024);
    }
}
