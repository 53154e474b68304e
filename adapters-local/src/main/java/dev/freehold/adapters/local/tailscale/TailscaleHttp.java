package dev.freehold.adapters.local.tailscale;

import dev.freehold.ports.driver.Busy;
import dev.freehold.ports.driver.Silent;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sends requests to Tailscale's API and brings back what it says, whatever that is.
final class TailscaleHttp {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /// A tailnet of thousands of devices is listed in a few megabytes.
    private static final long LARGEST = 32L << 20;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final URI api;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// @param api the base that paths such as `/oauth/token` are added to
    /// @throws IllegalArgumentException if it would send secrets in the clear
    TailscaleHttp(URI api) {
        if (!"https".equals(api.getScheme()) && !LOOPBACK.contains(String.valueOf(api.getHost()))) {
            throw new IllegalArgumentException("Tailscale's API is asked over HTTPS, not at " + api);
        }
        this.api = api;
    }

    /// @param type of `body`; ignored without one
    /// @param token absent before there is one
    /// @throws Busy if nobody was reached; nothing was asked
    /// @throws Silent if the answer did not come, and the request may have done something
    ApiReply send(String method, String path, String type, @Nullable String body, @Nullable String token)
            throws InterruptedException {
        var call = method + ' ' + path;
        var request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return reply(call, http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST)));
        } catch (ConnectException | HttpConnectTimeoutException notReached) {
            throw new Busy("Tailscale's API at " + api + " was not reached: " + words(notReached), null);
        } catch (HttpTimeoutException late) {
            throw lost(method, "Tailscale did not answer " + call + " within " + ANSWER.toSeconds() + " s");
        } catch (IOException broken) {
            throw lost(method, "Tailscale's answer to " + call + " was lost: " + words(broken));
        }
    }

    /// Looking changes nothing, so that it is simply done again.
    private static RuntimeException lost(String method, String words) {
        return method.equals("GET") ? new Busy(words, null) : new Silent(words);
    }

    private static ApiReply reply(String call, HttpResponse<String> response) {
        OptionalLong after;
        try {
            after = response.headers().firstValueAsLong("Retry-After");
        } catch (NumberFormatException aDate) {
            after = OptionalLong.empty();
        }
        return new ApiReply(call, response.statusCode(), response.body(), ApiReply.seconds(after));
    }

    private static String words(IOException failed) {
        var words = failed.getMessage();
        return words == null ? failed.getClass().getSimpleName() : words;
    }
}
