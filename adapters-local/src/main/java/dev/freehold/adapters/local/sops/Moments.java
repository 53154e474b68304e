package dev.freehold.adapters.local.sops;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Timestamps: what YAML takes for one, and RFC 3339 as SOPS writes it.
final class Moments {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})"
            + "(?:(?:[Tt]|[ ])(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,9}))?(Z|[-+]\\d{2}:\\d{2})?)?");

    private Moments() {}

    /// Empty if a plain scalar of that text is none. A time without an offset is UTC, and only after a blank;
    /// one with an offset only after a `T`.
    static Optional<OffsetDateTime> parse(String text) {
        if (text.length() < 8 || text.charAt(4) != '-') {
            return Optional.empty();
        }
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        boolean timed = match.group(4) != null;
        if (timed && (text.indexOf(' ') >= 0) != (match.group(8) == null)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.of(
                    number(match.group(1)),
                    number(match.group(2)),
                    number(match.group(3)),
                    number(match.group(4)),
                    number(match.group(5)),
                    number(match.group(6)),
                    nanos(match.group(7)),
                    offset(match.group(8))));
        } catch (DateTimeException _) { // the 31st of February
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
    }

    private static ZoneOffset offset(@Nullable String text) {
        return text == null ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    /// RFC 3339, the fraction without zeros at its end.
    static String text(OffsetDateTime moment) {
        var text = new StringBuilder(40);
        text.append("%04d-%02d-%02dT%02d:%02d:%02d"
                .formatted(
                        moment.getYear(),
                        moment.getMonthValue(),
                        moment.getDayOfMonth(),
                        moment.getHour(),
                        moment.getMinute(),
                        moment.getSecond()));
        if (moment.getNano() != 0) {
            text.append('.').append("%09d".formatted(moment.getNano()).replaceAll("0+$", ""));
        }
        return text.append(moment.getOffset().getId()).toString();
    }
}
