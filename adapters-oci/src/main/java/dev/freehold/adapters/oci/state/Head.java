package dev.freehold.adapters.oci.state;

import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.LayerStore.Published;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What there is of a platform's record: which objects are its newest journals, its states and its secrets. The
/// one object that changes; whoever changes it must have seen it as it is.
///
/// @param journals the newest of each layer
/// @param states of each layer, oldest first
/// @param secrets the name of the object; absent if none were shared
record Head(
        Map<Layer, JournalObject> journals,
        Map<Layer, List<StateObject>> states,
        @Nullable String secrets) {
    private static final String FORMAT = "freehold-shared 1";

    /// @param version how many entries it has
    /// @param object its name
    record JournalObject(long version, String object) {}

    record StateObject(Published published, String object) {}

    Head {
        journals = Collections.unmodifiableMap(withType(journals));
        var copies = new EnumMap<Layer, List<StateObject>>(Layer.class);
        states.forEach((layer, objects) -> copies.put(layer, List.copyOf(objects)));
        states = Collections.unmodifiableMap(copies);
    }

    /// An [EnumMap] can't be copied from an empty map of another kind.
    private static EnumMap<Layer, JournalObject> withType(Map<Layer, JournalObject> journals) {
        var copy = new EnumMap<Layer, JournalObject>(Layer.class);
        copy.putAll(journals);
        return copy;
    }

    static Head empty() {
        return new Head(Map.of(), Map.of(), null);
    }

    Optional<JournalObject> journal(Layer layer) {
        return Optional.ofNullable(journals.get(layer));
    }

    List<StateObject> states(Layer layer) {
        return states.getOrDefault(layer, List.of());
    }

    Head with(Layer layer, JournalObject journal) {
        var more = withType(journals);
        more.put(layer, journal);
        return new Head(more, states, secrets);
    }

    /// With the newest `most` states of the layer, `state` among them.
    Head with(Layer layer, StateObject state, int most) {
        var objects = new ArrayList<>(states(layer));
        objects.add(state);
        var more = new EnumMap<Layer, List<StateObject>>(Layer.class);
        more.putAll(states);
        more.put(layer, objects.subList(Math.max(0, objects.size() - most), objects.size()));
        return new Head(journals, more, secrets);
    }

    Head without(Layer layer, StateObject state) {
        var more = new EnumMap<Layer, List<StateObject>>(Layer.class);
        more.putAll(states);
        more.put(
                layer,
                states(layer).stream().filter(other -> !other.equals(state)).toList());
        return new Head(journals, more, secrets);
    }

    Head withSecrets(String object) {
        return new Head(journals, states, object);
    }

    byte[] bytes() {
        var text = new StringBuilder(FORMAT).append('\n');
        journals.forEach((layer, journal) -> line(text, "journal", layer.word(), journal.version(), journal.object()));
        states.forEach((layer, objects) -> objects.forEach(state -> line(
                text,
                "state",
                layer.word(),
                state.published().version(),
                state.published().at(),
                state.published().resources(),
                state.object())));
        if (secrets != null) {
            line(text, "secrets", secrets);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, Object... words) {
        for (int at = 0; at < words.length; at++) {
            text.append(at == 0 ? "" : " ").append(words[at]);
        }
        text.append('\n');
    }

    /// @throws IllegalArgumentException if a newer Freehold wrote it, or nobody did
    static Head of(byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(FORMAT)) {
            throw new IllegalArgumentException(
                    "it does not begin with '" + FORMAT + "'; use the Freehold that wrote it, or a newer one");
        }
        var head = empty();
        for (var line : lines.subList(1, lines.size())) {
            head = head.with(line.split(" ", -1), line);
        }
        return head;
    }

    private Head with(String[] words, String line) {
        try {
            return switch (words[0]) {
                case "journal" -> with(layer(words[1]), new JournalObject(Long.parseLong(words[2]), words[3]));
                case "state" ->
                    with(
                            layer(words[1]),
                            new StateObject(
                                    new Published(
                                            Long.parseLong(words[2]),
                                            Instant.parse(words[3]),
                                            Integer.parseInt(words[4])),
                                    words[5]),
                            Integer.MAX_VALUE);
                case "secrets" -> withSecrets(words[1]);
                default -> throw new IllegalArgumentException(words[0]);
            };
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unknown) {
            throw new IllegalArgumentException("the line '" + line + "' can't be understood", unknown);
        }
    }

    private static Layer layer(String word) {
        return Layer.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
