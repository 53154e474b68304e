package dev.freehold.lab.oracle.quota;

import dev.freehold.lab.oracle.quota.QuotaStatement.Act;
import dev.freehold.lab.oracle.quota.QuotaStatement.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A reader of quota statements, as Oracle's page on the quota policy syntax has them. Keywords may be of either
/// case.
final class QuotaParser {
    /// Families that Oracle's pages name; another one is a slip of the pen.
    private static final Set<String> FAMILIES = Set.of(
            "analytics",
            "api-gateway",
            "auto-scaling",
            "big-data",
            "block-storage",
            "compute",
            "compute-core",
            "compute-management",
            "compute-memory",
            "container-engine",
            "data-catalog",
            "data-flow",
            "data-science",
            "database",
            "dns",
            "email-delivery",
            "events",
            "faas",
            "filesystem",
            "integration",
            "kms",
            "load-balancer",
            "logging",
            "nosql",
            "notifications",
            "object-storage",
            "regions",
            "resource-manager",
            "streaming",
            "vault",
            "vcn",
            "vpn",
            "waf");

    private static final Pattern TOKEN = Pattern.compile("'[^']*'|\"[^\"]*\"|[{},=]|[^\\s{},='\"]+");

    private final String text;
    private final List<String> tokens;
    private int at;

    private QuotaParser(String text) {
        this.text = text;
        this.tokens =
                TOKEN.matcher(text).results().map(result -> result.group()).toList();
    }

    /// @throws IllegalArgumentException if it is no statement; its message is for whoever wrote it
    static QuotaStatement parse(String text) {
        return new QuotaParser(text).statement();
    }

    private QuotaStatement statement() {
        var act = switch (next("zero, set or unset").toLowerCase(Locale.ROOT)) {
            case "zero" -> Act.ZERO;
            case "set" -> Act.SET;
            case "unset" -> Act.UNSET;
            default -> throw wrong("it starts with zero, set or unset");
        };
        var family = next("a family of quotas").toLowerCase(Locale.ROOT);
        if (!FAMILIES.contains(family)) {
            throw wrong("there is no family of quotas '" + family + "'");
        }
        if (!take("quota") && !take("quotas")) {
            throw wrong("after the family comes the word quota or quotas");
        }
        var names = isNext("in") || isNext("to") ? NamePattern.ALL : names();
        var value = act == Act.SET ? value() : 0;
        var compartment = scope();
        var conditions = take("where") ? conditions() : List.<Condition>of();
        if (at < tokens.size()) {
            throw wrong("nothing more is expected at '" + tokens.get(at) + "'");
        }
        return new QuotaStatement(act, family, names, value, compartment, conditions);
    }

    private NamePattern names() {
        var name = next("the name of a quota");
        if (name.startsWith("/") && (name.length() < 2 || !name.endsWith("/"))) {
            throw wrong("a pattern ends with a slash as well");
        }
        return new NamePattern(name);
    }

    private long value() {
        if (!take("to")) {
            throw wrong("set takes a number: to N");
        }
        var number = next("a number");
        try {
            var value = Long.parseLong(number);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException no) {
            // said below, as for a number below 0
        }
        throw wrong("'" + number + "' is no whole number from 0");
    }

    private List<String> scope() {
        if (!take("in")) {
            throw wrong("it says where: in tenancy, or in compartment NAME");
        }
        if (take("tenancy")) {
            return List.of();
        }
        if (!take("compartment")) {
            throw wrong("it is in tenancy or in compartment NAME");
        }
        var path = List.of(next("a compartment").split(":", -1));
        if (path.contains("")) {
            throw wrong("a compartment is named from below the root down, as in A:B");
        }
        return path;
    }

    private List<Condition> conditions() {
        if (take("any")) {
            var any = group();
            return any;
        }
        if (take("all")) {
            var all = group();
            if (all.size() > 1) {
                throw wrong("one condition alone can be in all {...}");
            }
            return all;
        }
        return List.of(condition());
    }

    private List<Condition> group() {
        if (!take("{")) {
            throw wrong("conditions stand in braces");
        }
        var found = new ArrayList<Condition>();
        do {
            found.add(condition());
        } while (take(","));
        if (!take("}")) {
            throw wrong("the brace is not closed");
        }
        return found;
    }

    private Condition condition() {
        var variable = next("request.region or request.ad").toLowerCase(Locale.ROOT);
        if (!variable.equals("request.region") && !variable.equals("request.ad")) {
            throw wrong("a condition is about request.region or request.ad, not " + variable);
        }
        if (!take("=")) {
            throw wrong("conditions know equality alone");
        }
        var value = next("a value");
        return new Condition(variable, value.replaceAll("^['\"]|['\"]$", ""));
    }

    private boolean isNext(String word) {
        return at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
    }

    private boolean take(String word) {
        if (isNext(word)) {
            at++;
            return true;
        }
        return false;
    }

    private String next(String what) {
        if (at == tokens.size()) {
            throw wrong("it ends where " + what + " is expected");
        }
        return tokens.get(at++);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("Invalid quota statement '" + text + "': " + what);
    }
}
