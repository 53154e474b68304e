package dev.freehold.domain.specfile.form;

import dev.freehold.domain.document.Mistake;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a plain word is to YAML 1.2's core schema, and which known word an unknown one is near to.
public final class Words {
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,9})?");
    private static final Pattern OTHER_NUMBER = Pattern.compile(
            "0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Set<String> TRUTHS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private Words() {}

    /// The decimal number that `text` is; null for anything else.
    public static @Nullable BigDecimal number(String text) {
        return text.length() <= LONGEST_NUMBER && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /// Would YAML take this plain word for something other than a text?
    public static boolean isNumberOrTruth(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        boolean maybeNumber = first == '.' || first == '-' || first == '+' || (first >= '0' && first <= '9');
        return maybeNumber
                ? text.length() <= LONGEST_NUMBER && OTHER_NUMBER.matcher(text).matches()
                : TRUTHS.contains(text);
    }

    public static boolean isPlainText(String text) {
        return !NULLS.contains(text) && !isNumberOrTruth(text);
    }

    public static IllegalArgumentException notAllowed(String text, String what) {
        return new IllegalArgumentException("'" + Mistake.shown(text) + "' is not " + what);
    }

    /// The known word that the fewest slips of a finger turn into `text`; empty when none is near.
    public static Optional<String> nearest(String text, Collection<String> known) {
        if (text.length() > 64) {
            return Optional.empty();
        }
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (var word : known) {
            int slips = slips(normal(text), normal(word));
            if (slips < least) {
                least = slips;
                nearest = word;
            }
        }
        int bearable = Math.max(1, Math.max(text.length(), nearest == null ? 0 : nearest.length()) / 3);
        return least <= bearable ? Optional.ofNullable(nearest) : Optional.empty();
    }

    /// `memoryGb`, `memory_gb` and `memory-gb` are one slip at most.
    private static String normal(String word) {
        var normal = new StringBuilder();
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            if (c >= 'A' && c <= 'Z') {
                normal.append((char) (c - 'A' + 'a'));
            } else if (c != '-' && c != '_') {
                normal.append(c);
            }
        }
        return normal.toString();
    }

    /// Letters added, left out, changed or swapped with their neighbour.
    private static int slips(String from, String to) {
        var rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            rows[i][0] = i;
        }
        for (int j = 0; j <= to.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            for (int j = 1; j <= to.length(); j++) {
                int change = rows[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                int best = Math.min(change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                rows[i][j] = swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
            }
        }
        return rows[from.length()][to.length()];
    }
}
