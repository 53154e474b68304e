package dev.freehold.adapters.proxmox.ssh;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// SSH hands one text to the login shell; quoted, that shell makes the same words of it.
final class Quoting {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Quoting() {}

    static String line(List<String> words) {
        return words.stream().map(Quoting::word).collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
