package dev.freehold.adapters.local.sops;

import dev.freehold.domain.document.Mistake;
import dev.freehold.ports.document.RefusedDocument;
import java.util.List;
import java.util.function.Predicate;
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
        if (text.isEmpty()) {
            throw new RefusedDocument("an empty " + kind.word() + " is as good as none");
        }
        if (kind == Kind.ENCRYPTED_REGEX || kind == Kind.UNENCRYPTED_REGEX) {
            GoExpression.of(text);
        }
    }

    /// Whether the value at a path is encrypted; of a comment, the path of what it stands in.
    Predicate<List<String>> encrypts() {
        return switch (kind) {
            case ENCRYPTED_REGEX -> below(GoExpression.of(text)::hits);
            case UNENCRYPTED_REGEX -> below(GoExpression.of(text)::hits).negate();
            case ENCRYPTED_SUFFIX -> below(key -> key.endsWith(text));
            case UNENCRYPTED_SUFFIX -> below(key -> key.endsWith(text)).negate();
        };
    }

    private static Predicate<List<String>> below(Predicate<String> hit) {
        return path -> path.stream().anyMatch(hit);
    }

    /// `encrypted_regex '^data$'`
    String words() {
        return kind.word() + " '" + Mistake.shown(text) + "'";
    }
}
