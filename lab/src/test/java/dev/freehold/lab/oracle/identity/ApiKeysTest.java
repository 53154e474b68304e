package dev.freehold.lab.oracle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.OpenLab;
import dev.freehold.lab.oracle.tenancy.ApiKeys;
import dev.freehold.lab.oracle.tenancy.ClientFiles;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keys that a user may sign with, by Oracle's API reference (Identity 20160918, UploadApiKey).
class ApiKeysTest {
    @TempDir
    Path folder;

    private OpenLab lab;
    private String path;

    @BeforeEach
    void start() {
        lab = OpenLab.in(folder);
        var users = lab.client().get("/20160918/users?compartmentId=" + lab.root());
        path = "/20160918/users/" + users.json().get(0).path("id").asString() + "/apiKeys";
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private static PublicKey key() throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPublic();
    }

    private int upload(PublicKey key) {
        var pem = ClientFiles.pem("PUBLIC KEY", key.getEncoded()).replace("\n", "\\n");
        return lab.client().post(path, "{'key': '" + pem + "'}").status();
    }

    @Test
    void a_key_is_uploaded_listed_by_its_fingerprint_and_removed() throws Exception {
        // given
        var key = key();
        // when
        assertThat(upload(key)).isEqualTo(200);
        // then
        assertThat(lab.client().get(path).json().toString()).contains(ApiKeys.fingerprint(key));
        assertThat(lab.client().delete(path + "/" + ApiKeys.fingerprint(key)).status())
                .isEqualTo(204);
        assertThat(lab.client().get(path).json().toString()).doesNotContain(ApiKeys.fingerprint(key));
    }

    @Test
    void a_user_has_three_keys_at_most() throws Exception {
        // given the one that the lab gave
        assertThat(upload(key())).isEqualTo(200);
        assertThat(upload(key())).isEqualTo(200);
        // then
        assertThat(upload(key())).isEqualTo(400);
    }

    @Test
    void what_is_no_key_is_refused() {
        assertThat(lab.client().post(path, "{'key': 'hello'}").code()).isEqualTo("InvalidParameter");
    }
}
