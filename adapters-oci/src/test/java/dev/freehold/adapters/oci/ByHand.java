package dev.freehold.adapters.oci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.freehold.lab.LabEndpoints;
import dev.freehold.ports.driver.Outside.Denial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// Oracle's API as somebody has it who is not Freehold: JSON that is signed by hand
/// (draft-cavage-http-signatures-08), without the SDK.
public final class ByHand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyPair OTHER_KEY = Profiles.key();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI endpoint;
    private final String tenancy;
    private final String user;
    private final KeyPair key;

    private ByHand(URI endpoint, String tenancy, String user, KeyPair key) {
        this.endpoint = endpoint;
        this.tenancy = tenancy;
        this.user = user;
        this.key = key;
    }

    /// With the key that the lab gave its clients.
    static ByHand at(LabEndpoints lab) {
        try {
            var config = Files.readAllLines(lab.ociConfigFile());
            return new ByHand(lab.oci(), line(config, "tenancy="), line(config, "user="), Profiles.LAB_KEY);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String line(List<String> config, String name) {
        return config.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow()
                .substring(name.length());
    }

    private ByHand with(KeyPair other) {
        return new ByHand(endpoint, tenancy, user, other);
    }

    /// Takes the key away from the user whose it is, until it is given back.
    public Denial withoutKey() {
        var others = with(OTHER_KEY);
        post(keys(), "{'key': '%s'}", Profiles.publicPem(OTHER_KEY));
        others.delete(keys() + "/" + Profiles.fingerprint(key));
        return new Denial() {
            @Override
            public String words() {
                return "NotAuthenticated";
            }

            @Override
            public void close() {
                others.post(keys(), "{'key': '%s'}", Profiles.publicPem(key));
                delete(keys() + "/" + Profiles.fingerprint(OTHER_KEY));
            }
        };
    }

    String tenancy() {
        return tenancy;
    }

    private String keys() {
        return "/20160918/users/" + user + "/apiKeys";
    }

    JsonNode get(String path) {
        return answer(send("GET", path, null));
    }

    boolean isThere(String path) {
        return send("GET", path, null).statusCode() == 200;
    }

    /// @param json with single quotes, which become double ones
    public JsonNode post(String path, String json, Object... values) {
        return answer(send("POST", path, text(json, values)));
    }

    void put(String path, String json, Object... values) {
        answer(send("PUT", path, text(json, values)));
    }

    void delete(String path) {
        answer(send("DELETE", path, null));
    }

    private static String text(String json, Object... values) {
        return json.replace('\'', '"').formatted(values);
    }

    private JsonNode answer(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new AssertionError(response.request().method() + " " + response.uri() + " was answered "
                    + response.statusCode() + ": " + response.body());
        }
        try {
            return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(response.body(), malformed);
        }
    }

    private HttpResponse<String> send(String method, String path, String body) {
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                new RealTimeline().now().atZone(ZoneOffset.UTC));
        var signed = new StringBuilder("date: " + date + "\n(request-target): " + method.toLowerCase(Locale.ROOT) + " "
                + path + "\nhost: " + endpoint.getAuthority());
        var headers = "date (request-target) host";
        var request = HttpRequest.newBuilder(endpoint.resolve(path)).header("date", date);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var digest = Base64.getEncoder().encodeToString(sha256(bytes));
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(bytes))
                    .header("content-type", "application/json")
                    .header("x-content-sha256", digest);
            headers += " content-length content-type x-content-sha256";
            signed.append("\ncontent-length: ")
                    .append(bytes.length)
                    .append("\ncontent-type: application/json\nx-content-sha256: ")
                    .append(digest);
        }
        request.header(
                "authorization",
                "Signature version=\"1\",keyId=\"" + tenancy + "/" + user + "/" + Profiles.fingerprint(key)
                        + "\",algorithm=\"rsa-sha256\",headers=\"" + headers + "\",signature=\""
                        + signature(signed.toString()) + "\"");
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signature(String text) {
        try {
            var signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
