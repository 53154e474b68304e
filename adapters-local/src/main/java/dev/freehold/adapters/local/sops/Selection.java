package dev.freehold.adapters.local.sops;

import dev.freehold.ports.document.RefusedDocument;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Which values of a file are encrypted: those below a key that it hits, or those below none. A file has one.
///
/// @param kind as the file has it, `encrypted_regex` or the like
/// @param text the regular expression, or the ending
public record Selection(Kind kind, String text) {
    /// What holds where a file says nothing.
    public static final Selection USUAL = new Selection(Kind.UNENCRYPTED_SUFFIX, "_unencrypted");

    /// Of a Kubernetes Secret what is secret; Flux must be able to read the rest.
    public static final Selection KUBERNETES_SECRET = new Selection(Kind.ENCRYPTED_REGEX, "^(data|stringData)$");

    public enum Kind {
        ENCRYPTED_REGEX("encrypted_regex"),
        UNENCRYPTED_REGEX("unencrypted_regex"),
        ENCRYPTED_SUFFIX("encrypted_suffix"),
        UNENCRYPTED_SUFFIX("unencrypted_suffix");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static @Nullable Kind ofWord(String word) {
            for (var kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /// @throws RefusedDocument if that is no regular expression
    public Selection {
        if (kind == Kind.ENCRYPTED_REGEX || kind == Kind.UNENCRYPTED_REGEX) {
            pattern(text);
        }
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException malformed) {
            throw new RefusedDocument("'" + text + "' is no regular expression: " + malformed.getDescription());
        }
    }

    /// Whether the value at that path is encrypted; of a comment, the path of what it stands in.
    boolean encrypts(List<String> path) {
        return switch (kind) {
            case ENCRYPTED_REGEX -> hits(path, pattern(text));
            case UNENCRYPTED_REGEX -> !hits(path, pattern(text));
            case ENCRYPTED_SUFFIX -> path.stream().anyMatch(key -> key.endsWith(text));
            case UNENCRYPTED_SUFFIX -> path.stream().noneMatch(key -> key.endsWith(text));
        };
    }

    private static boolean hits(List<String> path, Pattern pattern) {
        return path.stream().anyMatch(key -> pattern.matcher(key).find());
    }
}
