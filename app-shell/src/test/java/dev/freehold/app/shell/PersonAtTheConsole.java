package dev.freehold.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.LabEndpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Somebody who may already do everything in the lab's tenancy, and pastes public keys there: UploadApiKey, signed
/// as Oracle documents it, by the configuration that the lab itself writes.
public final class PersonAtTheConsole {
    private final URI endpoint;
    private final Map<String, String> own = new LinkedHashMap<>();

    public PersonAtTheConsole(Path home) throws IOException {
        var endpoints = LabEndpoints.of(home.resolve("lab").resolve("world")).orElseThrow();
        endpoint = endpoints.oci();
        for (var line : Files.readAllLines(endpoints.ociConfigFile())) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                own.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
    }

    public String tenancy() {
        return own("tenancy");
    }

    public String user() {
        return own("user");
    }

    private String own(String key) {
        return own.getOrDefault(key, "");
    }

    /// @param pem as Freehold shows it
    public void pastes(String pem) throws Exception {
        var body = ("{\"key\": \"" + pem.replace("\n", "\\n") + "\"}").getBytes(StandardCharsets.UTF_8);
        var path = "/20160918/users/" + user() + "/apiKeys";
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        var digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        var signed = "date: " + date + "\n(request-target): post " + path + "\nhost: " + endpoint.getRawAuthority()
                + "\ncontent-length: " + body.length + "\ncontent-type: application/json\nx-content-sha256: " + digest;
        var request = HttpRequest.newBuilder(endpoint.resolve(path))
                .header("date", date)
                .header("content-type", "application/json")
                .header("x-content-sha256", digest)
                .header(
                        "authorization",
                        "Signature version=\"1\",keyId=\"" + tenancy() + "/" + user() + "/" + own("fingerprint")
                                + "\",algorithm=\"rsa-sha256\",headers=\"date (request-target) host content-length"
                                + " content-type x-content-sha256\",signature=\"" + signature(signed) + '"')
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private String signature(String text) throws IOException, GeneralSecurityException {
        var pem = Files.readString(Path.of(own("key_file")));
        var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
