package dev.freehold.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.lab.Client;
import dev.freehold.lab.OpenLab;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireFaultsTest {
    @TempDir
    private Path folder;

    private OpenLab open;

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void a_fault_strikes_as_often_as_it_says_and_what_it_does_not_concern_goes_on() throws Exception {
        var client = faulty("- {method: POST, path: '/n/*/b', error: throttled, times: 2, retry-after: 9}");

        assertThat(client.get("/n").status()).isEqualTo(200);
        var throttled = create(client);
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.code()).isEqualTo("TooManyRequests");
        assertThat(throttled.header("retry-after")).contains("9");
        assertThat(create(client).status()).isEqualTo(429);
        assertThat(create(client).status()).isEqualTo(200);
    }

    @Test
    void a_full_region_says_so_in_oracles_words() throws Exception {
        var client = faulty("- {path: '/n/*/b', error: no-room}\n- {path: '/n/*/b', error: bad-gateway}");

        var full = create(client);
        assertThat(full.status()).isEqualTo(500);
        assertThat(full.json().path("message").asString()).isEqualTo("Out of host capacity.");
        var proxy = create(client);
        assertThat(proxy.status()).isEqualTo(502);
        assertThat(proxy.text()).startsWith("<html>");
        assertThat(buckets(client)).isZero();
    }

    @Test
    void a_reset_comes_before_the_deed_or_after_it() throws Exception {
        var client = faulty("- {method: POST, path: '/n/*/b', error: reset-before}\n"
                + "- {method: POST, path: '/n/*/b', error: reset-after}");

        assertThatThrownBy(() -> create(client)).isInstanceOf(UncheckedIOException.class);
        assertThat(buckets(client)).isZero();
        assertThatThrownBy(() -> create(client)).isInstanceOf(UncheckedIOException.class);
        assertThat(buckets(client)).isEqualTo(1);
    }

    @Test
    void an_answer_breaks_off_or_drips() throws Exception {
        var client =
                faulty("- {method: POST, path: '/n/*/b', error: truncated}\n- {path: '/n/*/b/*', error: slow-headers}");

        assertThatThrownBy(() -> create(client)).isInstanceOf(UncheckedIOException.class);
        assertThat(buckets(client)).isEqualTo(1);
        var slow = client.get("/n/" + namespace(client) + "/b/media");
        assertThat(slow.json().path("name").asString()).isEqualTo("media");
        assertThat(open.clock().paused()).isPositive();
    }

    private Client faulty(String faults) throws Exception {
        var file = Files.writeString(folder.resolve("faults.yaml"), faults);
        open = OpenLab.in(folder.resolve("world"), settings -> settings.withWireFaults(file));
        return open.client();
    }

    private static String namespace(Client client) {
        return client.get("/n").json().asString();
    }

    private Client.Got create(Client client) {
        return client.post("/n/" + namespace(client) + "/b", "{'name':'media','compartmentId':'" + open.root() + "'}");
    }

    private int buckets(Client client) {
        return client.get("/n/" + namespace(client) + "/b?compartmentId=" + open.root())
                .json()
                .size();
    }
}
