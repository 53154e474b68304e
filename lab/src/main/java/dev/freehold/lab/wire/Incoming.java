package dev.freehold.lab.wire;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request as it came over the wire.
///
/// @param method in upper case
/// @param target path and query exactly as sent, still encoded: signatures cover these bytes
/// @param headers by lower-case name; what came several times is joined by `, `
/// @param body read as it arrives; nothing of it is in memory. The first read lets a waiting client send it
public record Incoming(String method, String target, Map<String, String> headers, InputStream body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The path as sent, without the query.
    public String path() {
        var end = target.indexOf('?');
        return end < 0 ? target : target.substring(0, end);
    }

    /// The path with every escape replaced: of no use where a name may hold a slash.
    public String decodedPath() {
        return decodePath(path());
    }

    /// Query parameters, decoded, in the order sent.
    public Map<String, List<String>> query() {
        var start = target.indexOf('?');
        var found = new LinkedHashMap<String, List<String>>();
        if (start < 0) {
            return found;
        }
        for (var pair : target.substring(start + 1).split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                found.computeIfAbsent(decodeQuery(name), _ -> new ArrayList<>()).add(decodeQuery(value));
            }
        }
        return found;
    }

    /// A path segment, decoded: there a plus sign is itself.
    static String decodePath(String segment) {
        return decodeQuery(segment.replace("+", "%2B"));
    }

    private static String decodeQuery(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            // A stray percent sign stands for itself.
            return text;
        }
    }

    @Override
    public String toString() {
        return method + ' ' + path();
    }
}
