package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.sops.Content.Flag;
import dev.freehold.adapters.local.sops.Content.Moment;
import dev.freehold.adapters.local.sops.Content.Nothing;
import dev.freehold.adapters.local.sops.Content.Real;
import dev.freehold.adapters.local.sops.Content.Text;
import dev.freehold.adapters.local.sops.Content.Whole;
import java.util.Set;
import java.util.regex.Pattern;

/// What a plain YAML scalar is, as the parser behind `sops` has it: YAML 1.2 with some of 1.1.
final class Scalars {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUES = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSES = Set.of("false", "False", "FALSE");

    /// A longer one is looked at more coarsely, for an engine that tries may go too deep.
    private static final int LONGEST_NUMBER = 1_000;

    /// YAML 1.1 took these for booleans. They are texts, and are quoted when written, for parsers of that time.
    private static final Set<String> ONCE_FLAGS =
            Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF");

    /// Numbers and times to parsers of YAML 1.1 alone: base 60, underscores or commas between digits, nothing
    /// behind the prefix of a radix, times that YAML 1.2 takes for texts.
    private static final Pattern ONCE_NUMBERS = Pattern.compile("[-+]?[0-9][0-9_,]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
            + "|[-+]?[0-9_,]*[0-9][0-9_,]*(\\.[0-9_,]*)?([eE][-+]?[0-9_]+)?"
            + "|[-+]?\\.[0-9_,]+([eE][-+]?[0-9_]+)?"
            + "|[-+]?0(b[01_,]*|o[0-7_,]*|x[0-9a-fA-F_,]*)"
            + "|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([Tt \\t].*)?");

    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    /// The radix, and what follows it: 0b, 0o or a lone 0, 0x.
    private static final Pattern OTHER_RADIX =
            Pattern.compile("([-+]?)0(?:(b[01]+)|(o?[0-7]+)|(x[0-9a-fA-F]+))", Pattern.CASE_INSENSITIVE);

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)");

    private Scalars() {}

    /// @throws ArithmeticException if it is a whole number above what SOPS can hold, 64 bits with a sign
    static Content resolve(String plain) {
        if (NULLS.contains(plain)) {
            return new Nothing();
        }
        if (TRUES.contains(plain) || FALSES.contains(plain)) {
            return new Flag(TRUES.contains(plain));
        }
        char first = plain.charAt(0);
        if (first == '.' || first == '-' || first == '+' || (first >= '0' && first <= '9')) {
            return number(plain);
        }
        return new Text(plain);
    }

    private static Content number(String plain) {
        switch (plain) {
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> {
                return new Real(Double.POSITIVE_INFINITY);
            }
            case "-.inf", "-.Inf", "-.INF" -> {
                return new Real(Double.NEGATIVE_INFINITY);
            }
            case ".nan", ".NaN", ".NAN" -> {
                return new Real(Double.NaN);
            }
            default -> {}
        }
        var moment = Moments.parse(plain);
        if (moment.isPresent()) {
            return new Moment(moment.get());
        }
        var digits = plain.replace("_", "");
        var other = OTHER_RADIX.matcher(digits);
        if (DECIMAL.matcher(digits).matches()) {
            return whole(digits, 10);
        }
        if (other.matches()) {
            return other.group(2) != null
                    ? whole(other.group(1) + other.group(2).substring(1), 2)
                    : other.group(4) != null
                            ? whole(other.group(1) + other.group(4).substring(1), 16)
                            : whole(other.group(1) + other.group(3).replaceAll("[oO]", ""), 8);
        }
        if (FLOAT.matcher(digits).matches()) {
            double value = Double.parseDouble(digits);
            if (Double.isFinite(value)) {
                return new Real(value);
            }
        }
        return new Text(plain);
    }

    private static Content whole(String digits, int radix) {
        try {
            return new Whole(Long.parseLong(digits, radix));
        } catch (NumberFormatException above) {
            throw new ArithmeticException("above 64 bits");
        }
    }

    /// Whether a text can stand as it is, without quotes, and is read as that text.
    static boolean isPlain(String text) {
        if (ONCE_FLAGS.contains(text) || text.isEmpty() || isOnceNumber(text)) {
            return false;
        }
        char first = text.charAt(0);
        boolean safeFirst = isLetterOrDigit(first) || "_/.^$(+".indexOf(first) >= 0;
        if (!safeFirst || text.endsWith(" ") || text.endsWith(":") || text.contains(": ")) {
            return false;
        }
        for (int at = 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!isLetterOrDigit(c) && " _/.^$()+=@%|*;~[],:-".indexOf(c) < 0) {
                return false;
            }
        }
        try {
            return resolve(text) instanceof Text;
        } catch (ArithmeticException number) {
            return false;
        }
    }

    private static boolean isOnceNumber(String text) {
        return text.length() > LONGEST_NUMBER
                ? text.chars().allMatch(c -> "0123456789_,:.+-".indexOf(c) >= 0)
                : ONCE_NUMBERS.matcher(text).matches();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
