package dev.freehold.app.shell.text;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Times as people say them.
public final class DurationText {
    private DurationText() {}

    /// `1 h 05 min`, `12 min 30 s`, `45 s`.
    public static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            long rest = seconds % 60;
            return seconds / 60 + " min" + (rest == 0 ? "" : ' ' + two(rest) + " s");
        }
        return seconds / 3600 + " h " + two(seconds % 3600 / 60) + " min";
    }

    /// In the largest whole unit: a secret's age matters in days.
    public static String age(Duration age) {
        return age.toDays() > 0 ? age.toDays() + " d" : words(age.truncatedTo(ChronoUnit.SECONDS));
    }

    /// `0:00:00` from a beginning.
    public static String clock(Duration since) {
        long seconds = since.toSeconds();
        return seconds / 3600 + ":" + two(seconds % 3600 / 60) + ':' + two(seconds % 60);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
