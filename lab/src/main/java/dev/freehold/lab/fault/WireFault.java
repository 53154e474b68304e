package dev.freehold.lab.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is to happen to some requests.
///
/// @param method in upper case; `*` is any
/// @param path matched against the path as sent, still encoded and without its query; `*` is anything, slashes
/// among it
/// @param times with how many requests
/// @param retryAfterSeconds what a throttled answer says
public record WireFault(String method, String path, Mishap mishap, int times, int retryAfterSeconds) {
    /// How it goes wrong.
    public enum Mishap {
        THROTTLED("429 TooManyRequests with a retry-after; nothing done"),
        SERVER_ERROR("500 InternalError; nothing done"),
        BAD_GATEWAY("502 with a page of HTML, as a proxy answers; nothing done"),
        NO_ROOM("500 InternalError `Out of host capacity.`; nothing done"),
        RESET_BEFORE("the connection is reset; nothing done"),
        RESET_AFTER("done, then the connection is reset with no answer"),
        TRUNCATED("done, and the answer breaks off in the middle of its body"),
        SLOW_HEADERS("done, and the answer's head comes a few bytes at a time");

        private final String meaning;

        Mishap(String meaning) {
            this.meaning = meaning;
        }

        /// As files name it.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// For people.
        public String meaning() {
            return meaning;
        }

        public static Optional<Mishap> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(mishap -> mishap.word().equals(word))
                    .findFirst();
        }
    }

    public WireFault {
        if (times < 1 || retryAfterSeconds < 0) {
            throw new IllegalArgumentException(
                    "a fault strikes at least once, and nobody can be asked to come back earlier");
        }
    }

    boolean concerns(String method, String path) {
        return (this.method.equals("*") || this.method.equals(method))
                && pattern().matcher(path).matches();
    }

    private Pattern pattern() {
        return Pattern.compile(
                Arrays.stream(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
