package dev.freehold.lab.oracle.cost;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// The `filter` of a usage request: dimensions and further filters, joined by its operator.
final class UsageFilter {
    private UsageFilter() {}

    /// Over rows of dimensions by name. No filter lets everything through.
    static Predicate<Map<String, String>> of(JsonNode filter) {
        if (!filter.isObject()) {
            return _ -> true;
        }
        var parts = new ArrayList<Predicate<Map<String, String>>>();
        for (var dimension : filter.path("dimensions")) {
            var key = Json.text(dimension, "key", "");
            var value = Json.text(dimension, "value", "");
            parts.add(row -> value.equals(row.get(key)));
        }
        for (var inner : filter.path("filters")) {
            parts.add(of(inner));
        }
        return joined(Json.text(filter, "operator", "AND"), parts);
    }

    private static Predicate<Map<String, String>> joined(String operator, List<Predicate<Map<String, String>>> parts) {
        return switch (operator) {
            case "AND" -> row -> parts.stream().allMatch(part -> part.test(row));
            case "OR" -> row -> parts.isEmpty() || parts.stream().anyMatch(part -> part.test(row));
            case "NOT" -> row -> parts.stream().noneMatch(part -> part.test(row));
            default -> throw Refusal.invalid("filter.operator is '" + operator + "'; it can be AND, OR or NOT");
        };
    }
}
