package dev.freehold.adapters.local.sops;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.freehold.domain.document.Mistake;
import dev.freehold.ports.document.RefusedDocument;

/// A regular expression in the dialect of Go's `regexp` package, which `sops` and Flux read the same text with:
/// RE2, whose matching takes time in proportion to the text.
final class GoExpression {
    private final Pattern pattern;

    private GoExpression(Pattern pattern) {
        this.pattern = pattern;
    }

    /// @throws RefusedDocument if Go refuses it, with the place where it does; letters are counted from 1
    static GoExpression of(String text) {
        try {
            return new GoExpression(compile(text));
        } catch (PatternSyntaxException refused) {
            var fragment = refused.getPattern();
            throw refused(text, position(text, refused), fragment, refused.getDescription());
        } catch (GoSyntax.Unlike unlike) {
            throw refused(text, unlike.at() + 1, unlike.fragment(), unlike.words());
        }
    }

    private static Pattern compile(String text) {
        return Pattern.compile(GoSyntax.forRe2j(text));
    }

    private static RefusedDocument refused(String text, int letter, String fragment, String words) {
        var whole = fragment.isEmpty() || fragment.equals(text);
        return new RefusedDocument("'" + Mistake.shown(text) + "' is no regular expression that sops can read: from"
                + " letter " + letter + " on" + (whole ? "" : ", '" + Mistake.shown(fragment) + "'") + ": " + words);
    }

    /// The engine says what it can't read, and not where: there, what ends with it is refused in the same
    /// words.
    private static int position(String text, PatternSyntaxException refused) {
        var fragment = refused.getPattern();
        if (!fragment.isEmpty()) {
            for (int at = text.indexOf(fragment); at >= 0; at = text.indexOf(fragment, at + 1)) {
                if (isRefusedAlike(text.substring(0, at + fragment.length()), refused)) {
                    return at + 1;
                }
            }
        }
        return Math.max(0, text.indexOf(fragment)) + 1;
    }

    private static boolean isRefusedAlike(String beginning, PatternSyntaxException refused) {
        try {
            compile(beginning);
            return false;
        } catch (PatternSyntaxException again) {
            return again.getDescription().equals(refused.getDescription())
                    && again.getPattern().equals(refused.getPattern());
        } catch (GoSyntax.Unlike _) {
            return false;
        }
    }

    /// Whether any part of `text` is as the expression says.
    boolean hits(String text) {
        return pattern.matcher(text).find();
    }
}
