package dev.freehold.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Signs requests as Oracle documents it; written for these tests alone.
///
/// @param date what the `date` header says
public record Signer(String keyId, PrivateKey key, Instant date) {

    /// By a configuration file of the usual form.
    public static Signer of(Path config) throws IOException, GeneralSecurityException {
        var values = new LinkedHashMap<String, String>();
        Files.readAllLines(config).stream()
                .filter(line -> line.contains("="))
                .forEach(line ->
                        values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        var pem = Files.readString(Path.of(values.get("key_file")));
        var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
        var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        var keyId = String.join("/", values.get("tenancy"), values.get("user"), values.get("fingerprint"));
        return new Signer(keyId, key, ManualClock.START);
    }

    public Signer at(Instant other) {
        return new Signer(keyId, key, other);
    }

    public Signer with(PrivateKey other) {
        return new Signer(keyId, other, date);
    }

    public Signer named(String otherKeyId) {
        return new Signer(otherKeyId, key, date);
    }

    /// Headers of a request, `Authorization` among them. With a body null, only the three general ones are
    /// signed.
    public Map<String, String> headers(String method, URI uri, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
        var lines = new ArrayList<String>(List.of(
                "date: " + headers.get("date"),
                "(request-target): " + method.toLowerCase(Locale.ROOT) + ' ' + target(uri),
                "host: " + uri.getRawAuthority()));
        if (body != null) {
            headers.put("content-type", "application/json");
            headers.put("x-content-sha256", sha256(body));
            lines.add("content-length: " + body.length);
            lines.add("content-type: application/json");
            lines.add("x-content-sha256: " + headers.get("x-content-sha256"));
        }
        var names = String.join(
                " ",
                lines.stream()
                        .map(line -> line.substring(0, line.indexOf(": ")))
                        .toList());
        headers.put(
                "authorization",
                "Signature version=\"1\",keyId=\"" + keyId + "\",algorithm=\"rsa-sha256\",headers=\"" + names
                        + "\",signature=\"" + signature(String.join("\n", lines)) + '"');
        return headers;
    }

    public HttpRequest.Builder request(String method, URI uri, byte[] body) {
        var needsBody = List.of("POST", "PUT", "PATCH").contains(method);
        var builder = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        needsBody ? HttpRequest.BodyPublishers.ofByteArray(body) : HttpRequest.BodyPublishers.noBody());
        headers(method, uri, needsBody ? body : null).forEach(builder::header);
        return builder;
    }

    private static String target(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + '?' + uri.getRawQuery();
    }

    private static String sha256(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private String signature(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
