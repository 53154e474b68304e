package dev.freehold.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.oracle.api.Quirks;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The switches for clients that need them.
class QuirksTest {
    @TempDir
    Path folder;

    @Test
    void work_requests_can_be_kept_to_oneself() {
        try (var lab = OpenLab.in(
                folder,
                settings -> settings.withCloud(cloud -> cloud.withQuirks(Quirks.NONE.withoutWorkRequestIds())))) {
            assertThat(deleted(lab).header("opc-work-request-id")).isEmpty();
        }
    }

    @Test
    void without_a_quirk_they_are_told() {
        try (var lab = OpenLab.in(folder)) {
            assertThat(deleted(lab).header("opc-work-request-id")).isPresent();
        }
    }

    private static Client.Got deleted(OpenLab lab) {
        var made = lab.client()
                .post(
                        "/20160918/compartments",
                        "{'compartmentId': '%s', 'name': 'one', 'description': 'd'}".formatted(lab.root()));
        lab.clock().pass(Duration.ofSeconds(5));
        var deleted = lab.client().delete("/20160918/compartments/" + made.id());
        assertThat(deleted.status()).isEqualTo(202);
        return deleted;
    }

    @Test
    void a_client_that_waits_to_continue_can_be_made_to_wait() {
        var delay = Duration.ofSeconds(5);
        try (var lab = OpenLab.in(
                folder,
                settings -> settings.withCloud(cloud -> cloud.withQuirks(Quirks.NONE.withContinueDelay(delay))))) {
            // given
            var client = lab.client();
            var uri = client.endpoint().resolve("/n/x/b/y/o/z");
            var request = HttpRequest.newBuilder(uri).expectContinue(true).PUT(BodyPublishers.ofString("body"));
            client.signer().headers("PUT", uri, null).forEach(request::header);
            // when
            client.get("/20160918/regions");
            assertThat(lab.clock().paused()).isZero();
            client.send(request.build());
            // then
            assertThat(lab.clock().paused()).isEqualTo(delay);
        }
    }
}
