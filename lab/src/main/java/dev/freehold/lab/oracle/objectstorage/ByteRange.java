package dev.freehold.lab.oracle.objectstorage;

import dev.freehold.lab.oracle.api.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/// What of an object is asked for.
record ByteRange(long first, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// What a Range header asks of `total` bytes; nothing if it is in a form that HTTP lets a server ignore.
    ///
    /// @throws Refusal if there is no such part
    static Optional<ByteRange> of(String header, long total) {
        var matcher = ONE.matcher(header.strip());
        if (!matcher.matches() || header.strip().equals("bytes=-")) {
            return Optional.empty();
        }
        long first;
        long last = total - 1;
        if (matcher.group(1).isEmpty()) {
            first = Math.max(0, total - Long.parseLong(matcher.group(2)));
        } else {
            first = Long.parseLong(matcher.group(1));
            if (!matcher.group(2).isEmpty()) {
                last = Math.min(last, Long.parseLong(matcher.group(2)));
            }
        }
        if (first > last) {
            throw new Refusal(416, "InvalidRange", "The object has " + total + " bytes; there is no " + header);
        }
        return Optional.of(new ByteRange(first, last - first + 1));
    }

    String contentRange(long total) {
        return "bytes " + first + '-' + (first + length - 1) + '/' + total;
    }
}
