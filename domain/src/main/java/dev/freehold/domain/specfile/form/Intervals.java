package dev.freehold.domain.specfile.form;

import java.time.Duration;

/// Intervals as Flux writes them: `1h30m`, `30s`.
final class Intervals {
    private static final Duration LONGEST = Duration.ofDays(30);

    private Intervals() {}

    /// @param text numbers before `h`, `m` and `s`, each at most once and in this order
    public static Duration parse(String text) {
        var sum = Duration.ZERO;
        long number = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case 'h' -> sum = sum.plusHours(number);
                case 'm' -> sum = sum.plusMinutes(number);
                case 's' -> sum = sum.plusSeconds(number);
                default -> {
                    number = number * 10 + (c - '0');
                    continue;
                }
            }
            number = 0;
        }
        if (sum.compareTo(Duration.ofSeconds(1)) < 0 || sum.compareTo(LONGEST) > 0) {
            throw Words.notAllowed(text, Forms.INTERVAL.what());
        }
        return sum;
    }

    public static String write(Duration interval) {
        var text = new StringBuilder();
        part(text, interval.toHours(), 'h');
        part(text, interval.toMinutesPart(), 'm');
        part(text, interval.toSecondsPart(), 's');
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void part(StringBuilder text, long count, char unit) {
        if (count > 0) {
            text.append(count).append(unit);
        }
    }
}
