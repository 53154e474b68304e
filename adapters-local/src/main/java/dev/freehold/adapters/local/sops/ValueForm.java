package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.sops.Content.Branch;
import dev.freehold.adapters.local.sops.Content.Comment;
import dev.freehold.adapters.local.sops.Content.Flag;
import dev.freehold.adapters.local.sops.Content.Items;
import dev.freehold.adapters.local.sops.Content.Moment;
import dev.freehold.adapters.local.sops.Content.Nothing;
import dev.freehold.adapters.local.sops.Content.Real;
import dev.freehold.adapters.local.sops.Content.Text;
import dev.freehold.adapters.local.sops.Content.Whole;
import dev.freehold.ports.document.RefusedDocument;
import java.util.Locale;

/// One value as SOPS encrypts and authenticates it: a word for its type, and text.
///
/// @param type `str`, `int`, `float`, `bool`, `time` or `comment`
record ValueForm(String type, String text) {

    static ValueForm of(Content value) {
        return switch (value) {
            case Text(var text) -> new ValueForm("str", text);
            case Whole(var number) -> new ValueForm("int", Long.toString(number));
            case Real(var number) -> new ValueForm("float", Numerals.plain(number));
            case Flag(var flag) -> new ValueForm("bool", flag ? "True" : "False");
            case Moment(var moment) -> new ValueForm("time", Moments.text(moment));
            case Comment(var text, var _) -> new ValueForm("comment", text);
            case Branch _, Items _, Nothing _ -> throw new IllegalStateException("not a single value");
        };
    }

    /// @throws RefusedDocument if the text is none of its type; shows no text
    Content content() {
        try {
            return switch (type) {
                case "str", "bytes" -> new Text(text);
                case "int" -> new Whole(Long.parseLong(text));
                case "float" -> new Real(Numerals.parse(text));
                case "bool" -> flag();
                case "time" -> new Moment(Moments.parse(text).orElseThrow(() -> unreadable(null)));
                case "comment" -> new Comment(text, false);
                default -> throw unreadable(null);
            };
        } catch (NumberFormatException malformed) {
            throw unreadable(malformed);
        }
    }

    private Content flag() {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> new Flag(true);
            case "false" -> new Flag(false);
            default -> throw unreadable(null);
        };
    }

    private RefusedDocument unreadable(@org.jspecify.annotations.Nullable Throwable cause) {
        var words = "a value's type is said to be '" + type + "', and that it is not";
        return cause == null ? new RefusedDocument(words) : new RefusedDocument(words, cause);
    }

    @Override
    public String toString() {
        return type;
    }
}
