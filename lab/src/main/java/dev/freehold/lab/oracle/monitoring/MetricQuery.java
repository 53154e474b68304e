package dev.freehold.lab.oracle.monitoring;

import dev.freehold.lab.oracle.api.Refusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// A query of Oracle's metric language: `Metric[interval]{dimension = "value"}.statistic()`.
///
/// @param percentile from 0 to 1, for the statistic `percentile` alone
record MetricQuery(
        String metric, Duration interval, Map<String, String> dimensions, String statistic, double percentile) {
    private static final Pattern FORM = Pattern.compile(
            "\\s*(\\w+)\\s*\\[\\s*(\\d+)([mhd])\\s*]\\s*(?:\\{([^}]*)})?\\s*((?:\\.\\s*\\w+\\([^)]*\\)\\s*)+)");
    private static final Pattern CALL = Pattern.compile("\\.\\s*(\\w+)\\(([^)]*)\\)");
    private static final Pattern DIMENSION = Pattern.compile("\\s*(\\w+)\\s*=\\s*\"([^\"]*)\"\\s*");

    /// @throws Refusal if it is no query, or one that the lab does not answer
    static MetricQuery parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw Refusal.invalid("query is no query as Metric[1h]{resourceId = \"...\"}.percentile(0.95) is: " + text);
        }
        var statistic = "";
        double percentile = 0;
        var calls = CALL.matcher(form.group(5));
        while (calls.find()) {
            switch (calls.group(1)) {
                // Every stream stands alone here, so grouping changes nothing.
                case "groupBy" -> {}
                case "mean", "max", "min", "sum", "count", "rate" -> statistic = calls.group(1);
                case "percentile" -> {
                    statistic = calls.group(1);
                    percentile = percentile(calls.group(2));
                }
                default -> throw Refusal.invalid("The lab does not know the function " + calls.group(1));
            }
        }
        if (statistic.isEmpty()) {
            throw Refusal.invalid("query names no statistic: " + text);
        }
        return new MetricQuery(
                form.group(1),
                interval(form.group(2), form.group(3)),
                dimensions(form.group(4)),
                statistic,
                percentile);
    }

    private static double percentile(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (value > 0 && value < 1) {
                return value;
            }
        } catch (NumberFormatException no) {
            // said below, as for a number out of range
        }
        throw Refusal.invalid("percentile is between 0 and 1, not " + text);
    }

    /// Oracle takes 1m to 60m, 1h to 24h, and 1d.
    private static Duration interval(String number, String unit) {
        var count = Long.parseLong(number);
        var interval = switch (unit) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        if (interval.compareTo(Duration.ofMinutes(1)) < 0 || interval.compareTo(Duration.ofDays(1)) > 0) {
            throw Refusal.invalid("The interval " + number + unit + " is not between 1m and 1d");
        }
        return interval;
    }

    private static Map<String, String> dimensions(String text) {
        var found = new LinkedHashMap<String, String>();
        if (text == null || text.isBlank()) {
            return found;
        }
        for (var part : text.split(",", -1)) {
            var dimension = DIMENSION.matcher(part);
            if (!dimension.matches()) {
                throw Refusal.invalid("A dimension is name = \"value\", not " + part);
            }
            found.put(dimension.group(1), dimension.group(2));
        }
        return found;
    }
}
