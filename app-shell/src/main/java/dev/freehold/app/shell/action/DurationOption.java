package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.engine.pace.Pace;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `--hunt`: for how long a full region is asked again.
public final class DurationOption {
    /// As in `90m`, `72h`, `1h30m`, `3d`.
    private static final Pattern DURATION =
            Pattern.compile("(?:(\\d{1,3})d)?(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6})s)?");

    private DurationOption() {}

    /// `usual`, with as much patience as the option says, where it says anything.
    public static Pace pace(Invocation invocation, Pace usual) {
        var text = invocation.value("--hunt");
        return text == null ? usual : usual.hunting(duration("--hunt", text));
    }

    /// @param option what to call it in a message
    public static Duration duration(String option, String text) {
        var parts = DURATION.matcher(text);
        if (!text.isEmpty() && parts.matches()) {
            var duration = Duration.ofDays(number(parts, 1))
                    .plusHours(number(parts, 2))
                    .plusMinutes(number(parts, 3))
                    .plusSeconds(number(parts, 4));
            if (duration.isPositive()) {
                return duration;
            }
        }
        throw CommandError.usage(
                "Not a duration",
                option + " takes days, hours, minutes and seconds, such as 72h, 1h30m or 3d, not '" + text + "'.",
                null);
    }

    private static long number(Matcher parts, int group) {
        var digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
