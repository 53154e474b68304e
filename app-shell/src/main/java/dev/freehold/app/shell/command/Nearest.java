package dev.freehold.app.shell.command;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// What somebody probably meant.
public final class Nearest {
    private Nearest() {}

    /// The one of `known` that the fewest slips away from `typed`; absent where none is near.
    public static @Nullable String to(String typed, Collection<String> known) {
        int allowed = Math.max(1, typed.length() / 3);
        String nearest = null;
        for (var word : known) {
            int slips = slips(typed, word);
            if (slips <= allowed) {
                allowed = slips - 1;
                nearest = word;
            }
        }
        return nearest;
    }

    /// Letters to insert, drop, replace or swap with the next (Damerau and Levenshtein, restricted).
    static int slips(String from, String to) {
        var previous = new int[to.length() + 1];
        var before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            var row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = previous;
            previous = row;
        }
        return previous[to.length()];
    }
}
