package dev.freehold.adapters.local.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.adapters.local.home.Home;
import dev.freehold.adapters.local.home.TargetFolder;
import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Calls;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Silent;
import dev.freehold.ports.fetch.Fetcher.Artifact;
import dev.freehold.ports.fetch.Fetcher.Fetched;
import dev.freehold.ports.fetch.Fetcher.NotFetched;
import dev.freehold.ports.file.Disk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachingFetcherTest {
    private static final Artifact CHART = Artifact.at("cilium-1.20.3", "https://helm.cilium.io/cilium-1.20.3.tgz");

    /// Of "chart", by sha256sum.
    private static final String SHA256 = "7f0eab3f55d9a2bd4f4b9f6a47a8fb6b2b0c2df4e4d7b3f4ee1c7a2ad5c5b1f0";

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private String text = "chart";
    private int status = 200;
    private Optional<HttpServer> server = Optional.empty();

    @BeforeEach
    void with_a_mirror() throws IOException {
        var mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mirror.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        mirror.start();
        server = Optional.of(mirror);
    }

    @AfterEach
    void without() {
        server.orElseThrow().stop(0);
    }

    private TargetFolder target() {
        return new Home(folder.resolve("home"), Disk.UNFORCED).target("lab");
    }

    private CachingFetcher fetcher(boolean offline) {
        int port = server.orElseThrow().getAddress().getPort();
        return offline
                ? CachingFetcher.offline(target())
                : CachingFetcher.online(target(), Redirections.to(URI.create("http://127.0.0.1:" + port + "/mirror")));
    }

    private static Context context() {
        return Calls.context(new SystemTimeline());
    }

    @Test
    void what_was_fetched_once_is_kept_and_asked_for_no_more() throws Exception {
        // when
        var first = fetcher(false).fetch(CHART, context());
        var second = fetcher(false).fetch(CHART, context());
        var offline = fetcher(true).fetch(CHART, context());
        // then
        assertThat(first)
                .isInstanceOfSatisfying(
                        Fetched.class, fetched -> assertThat(fetched.file()).hasContent("chart"));
        assertThat(second).isEqualTo(first);
        assertThat(offline).isEqualTo(first);
        assertThat(asked).containsExactly("/mirror/helm.cilium.io/cilium-1.20.3.tgz");
    }

    @Test
    void without_the_network_what_is_not_kept_is_refused_and_nothing_is_asked() throws Exception {
        assertThat(fetcher(true).fetch(CHART, context()))
                .isInstanceOfSatisfying(
                        NotFetched.class,
                        refused -> assertThat(refused.words()).contains("not to be used", "helm.cilium.io"));
        assertThat(asked).isEmpty();
    }

    @Test
    void without_the_network_a_person_can_bring_it_and_it_counts_from_then_on() throws Exception {
        // given
        var words = ((NotFetched) fetcher(true).fetch(CHART, context())).words();
        var place = target().path().resolve("cache/cilium-1.20.3");
        assertThat(words).contains("https://helm.cilium.io/cilium-1.20.3.tgz", place.toString());
        // when
        Files.writeString(place, "chart");
        var brought = (Fetched) fetcher(true).fetch(CHART, context());
        // then
        assertThat(brought.file()).hasContent("chart").hasFileName(brought.sha256());
        assertThat(fetcher(true).fetch(CHART, context())).isEqualTo(brought);
        assertThat(asked).isEmpty();
        // and something else in its place is not taken, and left where it is
        Files.delete(brought.file());
        assertThat(((NotFetched) fetcher(true).fetch(CHART, context())).words()).contains(brought.sha256());
        Files.writeString(place, "another");
        assertThat(((NotFetched) fetcher(true).fetch(CHART, context())).code()).isEqualTo("Altered");
        assertThat(place).hasContent("another");
    }

    @Test
    void what_comes_differently_a_second_time_is_refused_even_after_the_cache_was_emptied() throws Exception {
        // given
        var first = (Fetched) fetcher(false).fetch(CHART, context());
        Files.delete(first.file());
        text = "another";
        // when
        var second = fetcher(false).fetch(CHART, context());
        // then
        assertThat(second).isInstanceOfSatisfying(NotFetched.class, refused -> {
            assertThat(refused.code()).isEqualTo("Altered");
            assertThat(refused.words())
                    .contains(first.sha256(), "remove " + target().path().resolve("pins"));
        });
        assertThat(target().path().resolve("cache").toFile().list()).isEmpty();
    }

    @Test
    void what_is_not_what_its_checksum_says_is_refused() throws Exception {
        // given
        var pinned = new Artifact(CHART.name(), CHART.source(), Optional.of(SHA256));
        // when, then
        assertThat(fetcher(false).fetch(pinned, context()))
                .isInstanceOfSatisfying(
                        NotFetched.class, refused -> assertThat(refused.code()).isEqualTo("Altered"));
    }

    @Test
    void a_kept_file_that_was_cut_comes_anew() throws Exception {
        // given
        var first = (Fetched) fetcher(false).fetch(CHART, context());
        Files.writeString(first.file(), "cha");
        // when
        var second = fetcher(false).fetch(CHART, context());
        // then
        assertThat(second).isEqualTo(first);
        assertThat(first.file()).hasContent("chart");
    }

    @Test
    void what_is_not_there_is_said() throws Exception {
        status = 404;
        assertThat(fetcher(false).fetch(CHART, context()))
                .isInstanceOfSatisfying(
                        NotFetched.class, refused -> assertThat(refused.words()).contains("answered 404"));
    }

    @Test
    void a_server_that_is_busy_says_when_to_come_back() {
        status = 503;
        assertThatThrownBy(() -> fetcher(false).fetch(CHART, context()))
                .isInstanceOfSatisfying(
                        Busy.class,
                        busy -> assertThat(busy.retryAfter().orElseThrow()).hasSeconds(7));
    }

    @Test
    void a_server_that_is_not_there_is_silent() {
        server.orElseThrow().stop(0);
        assertThatThrownBy(() -> fetcher(false).fetch(CHART, context())).isInstanceOf(Silent.class);
    }
}
