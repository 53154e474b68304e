package dev.freehold.adapters.sim.world;

import dev.freehold.adapters.sim.tenancy.TenancyLimit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringTokenizer;

/// What one quota policy allows, by Oracle's rules: `zero FAMILY quotas in SCOPE` and `set FAMILY quota NAME
/// to N in SCOPE`, and of two statements about the same the later wins.
final class QuotaStatements {
    private final Map<TenancyLimit, Long> caps = new EnumMap<>(TenancyLimit.class);

    private QuotaStatements() {}

    static QuotaStatements of(List<String> statements) {
        var quotas = new QuotaStatements();
        for (var statement : statements) {
            quotas.take(words(statement));
        }
        return quotas;
    }

    /// The first statement that is none.
    static Optional<String> unreadable(List<String> statements) {
        for (var statement : statements) {
            var words = words(statement);
            if (!isZero(words) && !isSet(words)) {
                return Optional.of(statement);
            }
        }
        return Optional.empty();
    }

    /// What the policy lets stand; empty where it says nothing.
    OptionalLong cap(TenancyLimit limit) {
        var cap = caps.get(limit);
        return cap == null ? OptionalLong.empty() : OptionalLong.of(cap);
    }

    private void take(String[] words) {
        boolean zero = isZero(words);
        boolean set = isSet(words);
        for (var limit : TenancyLimit.values()) {
            boolean ofFamily = (zero || set) && limit.family().equals(words[1]);
            if (ofFamily && zero) {
                caps.put(limit, 0L);
            } else if (ofFamily && matches(words[3], limit.oci())) {
                caps.put(limit, Long.parseLong(words[5]));
            }
        }
    }

    private static boolean isZero(String[] words) {
        return words.length >= 5 && words[0].equals("zero") && isQuota(words[2]) && words[3].equals("in");
    }

    private static boolean isSet(String[] words) {
        return words.length >= 8
                && words[0].equals("set")
                && isQuota(words[2])
                && words[4].equals("to")
                && words[5].chars().allMatch(Character::isDigit)
                && words[6].equals("in");
    }

    private static boolean isQuota(String word) {
        return word.equals("quota") || word.equals("quotas");
    }

    /// A name, or a pattern between slashes in which `*` stands for anything.
    private static boolean matches(String pattern, String name) {
        if (!pattern.startsWith("/")) {
            return pattern.equals(name);
        }
        var parts = pattern.substring(1, pattern.length() - 1).split("\\*", -1);
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            int found = i == parts.length - 1 && i > 0 ? name.lastIndexOf(parts[i]) : name.indexOf(parts[i], at);
            if (found < at || (i == 0 && found != 0)) {
                return false;
            }
            at = found + parts[i].length();
        }
        return parts[parts.length - 1].isEmpty() || at == name.length();
    }

    // by hand and not by a pattern: a rehearsal reads the policy ten thousand times
    private static String[] words(String statement) {
        var tokens = new StringTokenizer(statement.toLowerCase(Locale.ROOT));
        var words = new String[tokens.countTokens()];
        for (int i = 0; i < words.length; i++) {
            words[i] = tokens.nextToken();
        }
        return words;
    }
}
