package dev.freehold.lab.oracle.quota;

import java.util.regex.Pattern;

/// Which quotas of a family: one by name, all, or those of a pattern such as `/standard-*/`.
record NamePattern(String text) {
    static final NamePattern ALL = new NamePattern("/*/");

    boolean matches(String name) {
        if (!text.startsWith("/")) {
            return text.equals(name);
        }
        var parts = text.substring(1, text.length() - 1).split("\\*", -1);
        var regex = new StringBuilder(Pattern.quote(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            regex.append(".*").append(Pattern.quote(parts[i]));
        }
        return name.matches(regex.toString());
    }
}
