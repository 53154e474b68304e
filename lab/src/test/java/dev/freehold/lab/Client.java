package dev.freehold.lab;

import dev.freehold.lab.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A client that signs what it sends.
public record Client(URI endpoint, Signer signer, HttpClient http) {
    public Client(URI endpoint, Signer signer) {
        this(
                endpoint,
                signer,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /// @param text the body; empty if there was none
    public record Got(int status, String text, Map<String, java.util.List<String>> headers) {
        public JsonNode json() {
            return Json.parse(text);
        }

        public String code() {
            return json().path("code").asString("");
        }

        public String id() {
            return json().path("id").asString();
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(java.util.List::getFirst);
        }
    }

    public Client as(Signer other) {
        return new Client(endpoint, other, http);
    }

    public Got get(String target) {
        return send("GET", target, null, Map.of());
    }

    public Got delete(String target) {
        return send("DELETE", target, null, Map.of());
    }

    public Got post(String target, String json) {
        return send("POST", target, json, Map.of());
    }

    public Got put(String target, String json) {
        return send("PUT", target, json, Map.of());
    }

    /// With single quotes in `json` for double ones, which read better in Java.
    public Got send(String method, String target, String json, Map<String, String> more) {
        var body = json == null ? new byte[0] : json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        var request = signer.request(method, endpoint.resolve(target), body);
        more.forEach(request::header);
        return send(request.build());
    }

    public Got send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Got(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
