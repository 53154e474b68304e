package dev.freehold.lab.oracle.api;

import dev.freehold.lab.time.LabClock;
import dev.freehold.lab.wire.Incoming;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Oracle's request signatures: draft-cavage-http-signatures-08 with RSA-SHA256 over the bytes as sent.
///
/// Every refusal looks the same to the client; the reason is for the lab's log.
final class Signatures {
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final SigningKeys keys;
    private final LabClock clock;

    Signatures(SigningKeys keys, LabClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// The reason is for the lab alone.
    static final class Unproved extends Exception {
        private static final long serialVersionUID = 1L;

        Unproved(String reason) {
            super(reason, null, false, false);
        }
    }

    /// What of a request's body is signed.
    enum Coverage {
        /// Its digest, where the method has a body.
        DIGEST,
        NOTHING
    }

    /// Whoever signed it, by the key's id. Does not look at the body: see [#checkBody].
    ///
    /// @param body what of it must be signed
    String checkHead(Incoming request, Coverage body) throws Unproved {
        var signature = parameters(request);
        if (!signature.getOrDefault("version", "1").equals("1")) {
            throw new Unproved("signature version " + signature.get("version"));
        }
        if (!required(signature, "algorithm").equalsIgnoreCase("rsa-sha256")) {
            throw new Unproved("algorithm " + signature.get("algorithm"));
        }
        var signed =
                List.of(required(signature, "headers").toLowerCase(Locale.ROOT).split(" ", -1));
        for (var header : needed(request, body)) {
            if (!signed.contains(header) && !(header.equals("date") && signed.contains("x-date"))) {
                throw new Unproved(header + " is not signed");
            }
        }
        checkDate(request, signed.contains("x-date") ? "x-date" : "date");
        var keyId = required(signature, "keyId");
        verify(keyId, signingString(request, signed), required(signature, "signature"));
        return keyId;
    }

    /// @throws Unproved if the body is not the one whose digest was signed
    void checkBody(Incoming request, byte[] body) throws Unproved {
        var digest = request.header("x-content-sha256").orElse("");
        if (!digest.equals(Base64.getEncoder().encodeToString(sha256(body)))) {
            throw new Unproved("x-content-sha256 is not that of the body");
        }
    }

    private static List<String> needed(Incoming request, Coverage body) {
        var needed = new ArrayList<>(List.of("date", "(request-target)", "host"));
        if (body == Coverage.DIGEST && hasBody(request)) {
            needed.addAll(List.of("content-length", "content-type", "x-content-sha256"));
        }
        return needed;
    }

    static boolean hasBody(Incoming request) {
        return switch (request.method()) {
            case "POST", "PUT", "PATCH" -> true;
            default -> false;
        };
    }

    private static Map<String, String> parameters(Incoming request) throws Unproved {
        var authorization = request.header("authorization").orElseThrow(() -> new Unproved("no Authorization header"));
        if (!authorization.regionMatches(true, 0, "Signature ", 0, "Signature ".length())) {
            throw new Unproved("the Authorization header holds no signature");
        }
        var found = new HashMap<String, String>();
        var matcher = PARAMETER.matcher(authorization);
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2));
        }
        return found;
    }

    private static String required(Map<String, String> signature, String name) throws Unproved {
        var value = signature.get(name);
        if (value == null) {
            throw new Unproved("the signature has no " + name);
        }
        return value;
    }

    private void checkDate(Incoming request, String header) throws Unproved {
        var text = request.header(header).orElseThrow(() -> new Unproved("no " + header + " header"));
        try {
            var date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            var skew = Duration.between(date, clock.wall()).abs();
            if (skew.compareTo(MOST_SKEW) > 0) {
                throw new Unproved("the date is " + skew.toSeconds() + " s off");
            }
        } catch (DateTimeException _) {
            throw new Unproved("the date can't be read: " + text);
        }
    }

    private static String signingString(Incoming request, List<String> signed) throws Unproved {
        var lines = new ArrayList<String>();
        for (var header : signed) {
            var value = header.equals("(request-target)")
                    ? request.method().toLowerCase(Locale.ROOT) + ' ' + request.target()
                    : request.header(header)
                            .orElseThrow(() -> new Unproved(header + " is said to be signed and is not there"));
            lines.add(header + ": " + value);
        }
        return String.join("\n", lines);
    }

    private void verify(String keyId, String text, String base64) throws Unproved {
        var key = keys.find(keyId).orElseThrow(() -> new Unproved("nobody has the key " + keyId));
        try {
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            if (!verifier.verify(Base64.getDecoder().decode(base64))) {
                throw new Unproved("the signature does not fit the request and the key");
            }
        } catch (GeneralSecurityException | IllegalArgumentException cause) {
            throw new Unproved("the signature can't be read: " + cause.getMessage());
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("Every JDK has SHA-256", cause);
        }
    }
}
