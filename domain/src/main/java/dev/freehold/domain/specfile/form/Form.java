package dev.freehold.domain.specfile.form;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.resource.Setting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What may stand for one value of the spec. The same form reads the value, says what is allowed, writes it
/// and describes it in the JSON Schema.
public sealed interface Form<T> {

    /// What is allowed, for a person, after `is not`: `a whole number from 1 to 10, such as 3`.
    String what();

    /// The value that stands here; null when it is at fault, which has then been reported.
    @Nullable
    T read(Document document, Place place, Mistakes problems);

    /// The value as the file has it, without its Java type.
    Setting setting(T value);

    /// A form that one word fills.
    sealed interface OfScalar<T> extends Form<T> permits Text, Amount, Word {

        /// @throws IllegalArgumentException with what is wrong when it is more than [#what] says
        T parse(String text);

        /// Is a plain word that YAML takes for a number or a truth value meant here?
        boolean takesNumbers();

        String write(T value);

        @Override
        default Setting setting(T value) {
            var written = write(value);
            return takesNumbers() ? new Setting.Quantity(new BigDecimal(written)) : new Setting.Text(written);
        }

        @Override
        default @Nullable T read(Document document, Place place, Mistakes problems) {
            if (!(document instanceof Document.Scalar(var text, var _, var quoted))) {
                problems.add(place, document.words() + " stands here, but what is allowed is " + what());
                return null;
            }
            boolean number = !quoted && Words.isNumberOrTruth(text);
            if (takesNumbers() && quoted) {
                problems.add(place, document.words() + " is a text; write " + what() + ", without quotes");
                return null;
            }
            if (!takesNumbers() && number) {
                problems.add(
                        place,
                        document.words() + " is a number or a truth value; what is allowed is " + what()
                                + ", in quotes if it looks like a number");
                return null;
            }
            try {
                return parse(text);
            } catch (IllegalArgumentException fault) {
                problems.add(place, String.valueOf(fault.getMessage()));
                return null;
            }
        }
    }

    /// A text of a certain shape.
    ///
    /// @param pattern of the whole text; also in the JSON Schema, so in the syntax common to both
    /// @param longest in characters; checked before the pattern is tried
    record Text<T>(String what, Pattern pattern, int longest, Function<String, T> parser, Function<T, String> writer)
            implements OfScalar<T> {
        public static <T> Text<T> of(
                String what, String pattern, int longest, Function<String, T> parser, Function<T, String> writer) {
            return new Text<>(what, Pattern.compile(pattern), longest, parser, writer);
        }

        public static Text<String> of(String what, String pattern, int longest) {
            return of(what, pattern, longest, text -> text, text -> text);
        }

        @Override
        public T parse(String text) {
            if (text.length() > longest || !pattern.matcher(text).matches()) {
                throw Words.notAllowed(text, what);
            }
            return parser.apply(text);
        }

        @Override
        public boolean takesNumbers() {
            return false;
        }

        @Override
        public String write(T value) {
            return writer.apply(value);
        }
    }

    /// One of a few words.
    ///
    /// @param words what may be written, with what it means, in the order to list them
    record Word<T>(Map<String, T> words) implements OfScalar<T> {

        @Override
        public String what() {
            return (words.size() == 1 ? "" : "one of ") + String.join(", ", words.keySet());
        }

        @Override
        public T parse(String text) {
            var found = words.get(text);
            if (found == null) {
                var near = Words.nearest(text, words.keySet());
                throw new IllegalArgumentException(Words.notAllowed(text, what())
                                .getMessage()
                        + near.map(word -> "; did you mean " + word + "?").orElse(""));
            }
            return found;
        }

        @Override
        public boolean takesNumbers() {
            return false;
        }

        @Override
        public String write(T value) {
            for (var word : words.entrySet()) {
                if (word.getValue().equals(value)) {
                    return word.getKey();
                }
            }
            throw new IllegalArgumentException(value + " is none of " + words.keySet());
        }
    }

    /// A list of such values, none of them twice.
    record Many<T>(OfScalar<T> items) implements Form<List<T>> {

        @Override
        public String what() {
            return "a list, each item " + items.what();
        }

        @Override
        public Setting setting(List<T> values) {
            return new Setting.Many(values.stream().map(items::setting).toList());
        }

        @Override
        public @Nullable List<T> read(Document document, Place place, Mistakes problems) {
            if (!(document instanceof Document.Sequence(var all, var _))) {
                problems.add(place, document.words() + " stands here, but what is allowed is " + what());
                return null;
            }
            var values = new LinkedHashSet<T>();
            boolean sound = true;
            for (int index = 0; index < all.size(); index++) {
                var at = place.item(index, all.get(index).line());
                var value = items.read(all.get(index), at, problems);
                if (value == null) {
                    sound = false;
                } else if (!values.add(value)) {
                    problems.add(at, "'" + items.write(value) + "' is in the list already; remove one of the two");
                    sound = false;
                }
            }
            return sound ? new ArrayList<>(values) : null;
        }
    }

    /// Values under names of the user's choice.
    record Named<T>(Text<String> names, OfScalar<T> values) implements Form<Map<String, T>> {

        @Override
        public String what() {
            return "a group of names, each with " + values.what();
        }

        @Override
        public Setting setting(Map<String, T> all) {
            var members = new LinkedHashMap<String, Setting>();
            all.forEach((name, value) -> members.put(name, values.setting(value)));
            return new Setting.Group(members);
        }

        @Override
        public @Nullable Map<String, T> read(Document document, Place place, Mistakes problems) {
            if (!(document instanceof Document.Mapping(var entries, var _))) {
                problems.add(place, document.words() + " stands here, but what is allowed is " + what());
                return null;
            }
            var read = new TreeMap<String, T>();
            boolean sound = true;
            for (var entry : entries) {
                var at = place.key(entry.key(), entry.line());
                var name = names.read(new Document.Scalar(entry.key(), entry.line(), true), at, problems);
                var value = values.read(entry.value(), at, problems);
                if (name == null || value == null) {
                    sound = false;
                } else if (read.put(name, value) != null) {
                    problems.add(at, "this name stands here a second time; remove one of the two");
                    sound = false;
                }
            }
            return sound ? read : null;
        }
    }
}
