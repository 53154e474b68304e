package dev.freehold.adapters.local.tree;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Instants as ISO 8601 has them.
final class Instants {
    /// Where the digits go in `2026-01-01T00:00:00`, which a fraction may follow, and a `Z`.
    private static final String FORM = "dddd-dd-ddTdd:dd:dd";

    private Instants() {}

    static String text(Instant instant) {
        return instant.toString();
    }

    /// Reads what [#text] writes, of our years by hand: to make the formatter takes milliseconds, which a short
    /// command notices.
    static Instant parse(String text) {
        try {
            return isPlain(text) ? plain(text) : Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("'" + text + "' is no instant", unreadable);
        }
    }

    private static boolean isPlain(String text) {
        int last = text.length() - 1;
        if (last < FORM.length() || last > FORM.length() + 10 || text.charAt(last) != 'Z') {
            return false;
        }
        for (int at = 0; at < last; at++) {
            char wanted = at < FORM.length() ? FORM.charAt(at) : at == FORM.length() ? '.' : 'd';
            char found = text.charAt(at);
            if (wanted == 'd' ? found < '0' || found > '9' : found != wanted) {
                return false;
            }
        }
        return last != FORM.length() + 1;
    }

    private static Instant plain(String text) {
        int nanos = 0;
        for (int at = FORM.length() + 1; at < FORM.length() + 10; at++) {
            nanos = nanos * 10 + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int end) {
        return Integer.parseInt(text, from, end, 10);
    }
}
