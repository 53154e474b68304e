package dev.freehold.domain.specfile;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.specfile.form.Group;
import dev.freehold.domain.specfile.form.Member;
import dev.freehold.domain.specfile.form.Member.Without;
import dev.freehold.domain.specfile.form.Mistakes;
import dev.freehold.domain.specfile.form.Place;
import dev.freehold.domain.specfile.form.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One group of keys in a file, opened: unknown and repeated keys have been reported, and each known one can
/// be read.
///
/// @param <O> the record that the group means
final class Fields<O> {
    /// A subnet is a /16 at most, and Oracle keeps three addresses of it.
    private static final int MOST_SECTIONS = 65_533;

    private final @Nullable O defaults;
    private final Place place;
    private final Map<String, Document.Entry> entries;
    private final State state;
    private final Mistakes problems;

    /// What stands where the group is expected.
    enum State {
        WRITTEN,
        LEFT_OUT,
        NONE,
        FAULTY
    }

    private Fields(
            @Nullable O defaults, Place place, Map<String, Document.Entry> entries, State state, Mistakes problems) {
        this.defaults = defaults;
        this.place = place;
        this.entries = entries;
        this.state = state;
        this.problems = problems;
    }

    /// @param defaults what holds for keys that are left out; null where reading works that out
    static <O> Fields<O> open(Group<O> group, Document document, Place place, @Nullable O defaults, Mistakes problems) {
        var entries = new HashMap<String, Document.Entry>();
        if (!(document instanceof Document.Mapping(var all, var _))) {
            problems.add(
                    place,
                    document.words() + " stands here, but what is allowed is a group of the keys "
                            + String.join(", ", group.members().keySet()));
            return new Fields<>(defaults, place, entries, State.FAULTY, problems);
        }
        for (var entry : all) {
            var at = place.key(entry.key(), entry.line());
            if (!group.members().containsKey(entry.key())) {
                problems.add(at, unknown(entry.key(), group));
            }
            var first = entries.putIfAbsent(entry.key(), entry);
            if (first != null) {
                problems.add(at, "this key stands here a second time, first in line " + first.line() + "; remove one");
            }
        }
        return new Fields<>(defaults, place, entries, State.WRITTEN, problems);
    }

    private static String unknown(String key, Group<?> group) {
        var known = group.members().keySet();
        var hint = Words.nearest(key, known)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("; remove it.");
        return "there is no such key" + hint + " The keys here are " + String.join(", ", known);
    }

    Place place() {
        return place;
    }

    State state() {
        return state;
    }

    /// What the key says, or the default platform's value, or what is open.
    <T> Given<T> read(Member.Value<O, T> key) {
        var entry = entries.get(key.name());
        if (entry == null) {
            return leftOut(key);
        }
        var at = place.key(key.name(), entry.line());
        if (entry.value() instanceof Document.Nothing) {
            if (key.otherwise().without() == Without.UNSET) {
                return new Given<>(null, false, at);
            }
            problems.add(
                    at,
                    "null stands here; write " + key.form().what()
                            + (key.otherwise().without() == Without.REFUSED ? "" : ", or leave the key out"));
            return new Given<>(null, true, at);
        }
        return new Given<>(key.form().read(entry.value(), at, problems), true, at);
    }

    private <T> Given<T> leftOut(Member.Value<O, T> key) {
        if (state == State.FAULTY) {
            return new Given<>(null, true, place);
        }
        return switch (key.otherwise().without()) {
            case REFUSED -> {
                problems.add(
                        place,
                        "the key '" + key.name() + "' is missing; write "
                                + key.form().what());
                yield new Given<>(null, true, place);
            }
            case DEFAULT_PLATFORM ->
                new Given<>(defaults == null ? null : key.of().apply(defaults), false, place);
            case UNSET, WORKED_OUT -> new Given<>(null, false, place);
        };
    }

    /// The group under the key; where it is left out its keys have the default platform's values.
    <T> Fields<T> open(Member.Section<O, T> key) {
        var entry = entries.get(key.name());
        var inner = defaults == null ? null : key.of().apply(defaults);
        if (entry == null) {
            var faultyOr = state == State.FAULTY ? State.FAULTY : inner == null ? State.NONE : State.LEFT_OUT;
            return new Fields<>(inner, place, Map.of(), faultyOr, problems);
        }
        var at = place.key(key.name(), entry.line());
        if (entry.value() instanceof Document.Nothing) {
            if (key.nulls() == Member.Nulls.REFUSED) {
                problems.add(at, "null stands here; write a group of keys, or leave the key out");
            }
            return new Fields<>(
                    inner, at, Map.of(), key.nulls() == Member.Nulls.ALLOWED ? State.NONE : State.FAULTY, problems);
        }
        return open(key.group(), entry.value(), at, inner, problems);
    }

    /// The groups in the list under the key; null where it is left out. A faulty list is empty.
    <T> @Nullable List<Fields<T>> open(Member.Sections<O, T> key) {
        var entry = entries.get(key.name());
        if (entry == null) {
            return state == State.FAULTY ? List.of() : null;
        }
        var at = place.key(key.name(), entry.line());
        if (!(entry.value() instanceof Document.Sequence(var items, var _))) {
            problems.add(at, entry.value().words() + " stands here, but what is allowed is a list; [] is an empty one");
            return List.of();
        }
        if (items.size() > MOST_SECTIONS) {
            problems.add(
                    at,
                    items.size() + " items stand here; at most " + MOST_SECTIONS
                            + " find an address in the largest subnet that Oracle allows; remove some");
            return List.of();
        }
        var opened = new ArrayList<Fields<T>>(items.size());
        for (int index = 0; index < items.size(); index++) {
            var item = items.get(index);
            opened.add(open(key.group(), item, at.item(index, item.line()), null, problems));
        }
        return opened;
    }
}
