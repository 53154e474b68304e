package dev.freehold.domain.resource;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of a resource or of an output without its Java type: the form in which settings are compared,
/// shown and stored.
public sealed interface Setting {

    record Text(String value) implements Setting {}

    record Quantity(BigDecimal value) implements Setting {}

    record Flag(boolean value) implements Setting {}

    record Many(List<Setting> items) implements Setting {
        public Many {
            items = List.copyOf(items);
        }
    }

    /// Members by name, in the order of the record they come from.
    record Group(Map<String, Setting> members) implements Setting {
        public Group {
            // Map.copyOf iterates in an order that differs between JVMs; what is printed must not.
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /// Nothing is set.
    record Absent() implements Setting {}

    static Setting text(String value) {
        return new Text(value);
    }

    static Setting number(long value) {
        return new Quantity(BigDecimal.valueOf(value));
    }

    static Setting absent() {
        return new Absent();
    }

    /// For a person: texts as they are, groups and lists in braces and brackets.
    default String words() {
        return switch (this) {
            case Text(var value) -> value;
            case Quantity(var value) -> value.toPlainString();
            case Flag(var value) -> String.valueOf(value);
            case Many(var items) -> items.stream().map(Setting::words).collect(joining(", ", "[", "]"));
            case Group(var members) ->
                members.entrySet().stream()
                        .map(member ->
                                member.getKey() + ": " + member.getValue().words())
                        .collect(joining(", ", "{", "}"));
            case Absent() -> "none";
        };
    }
}
