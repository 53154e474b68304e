package dev.freehold.lab.wire;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The paths that a server has, with what serves each method. Templates are like `/20160918/vcns/{vcnId}`; a last
/// segment `{name+}` takes the rest of the path, slashes and all. A literal segment wins over a parameter.
///
/// @param <T> what serves
public final class Router<T> {
    private final Node<T> root = new Node<>();

    /// @param parameters by their names in the template, decoded
    public record Match<T>(T target, String template, Map<String, String> parameters) {}

    private static final class Node<T> {
        final Map<String, Node<T>> literals = new HashMap<>();
        final Map<String, Leaf<T>> leaves = new HashMap<>();

        @Nullable
        Node<T> parameter;

        @Nullable
        Node<T> rest;

        boolean isEnd() {
            return !leaves.isEmpty();
        }
    }

    private record Leaf<T>(T target, String template) {}

    /// @throws IllegalArgumentException if method and template are taken
    public void add(String method, String template, T target) {
        var node = root;
        for (var segment : segments(template)) {
            node = child(node, segment);
        }
        if (node.leaves.putIfAbsent(method, new Leaf<>(target, template)) != null) {
            throw new IllegalArgumentException("Two routes for " + method + ' ' + template);
        }
    }

    private static <T> Node<T> child(Node<T> node, String segment) {
        if (!segment.startsWith("{")) {
            return node.literals.computeIfAbsent(segment, _ -> new Node<>());
        }
        if (segment.endsWith("+}")) {
            var rest = node.rest == null ? new Node<T>() : node.rest;
            node.rest = rest;
            return rest;
        }
        var parameter = node.parameter == null ? new Node<T>() : node.parameter;
        node.parameter = parameter;
        return parameter;
    }

    /// @param path as sent, still encoded
    public Optional<Match<T>> find(String method, String path) {
        var segments = segments(path);
        var node = walk(root, segments, 0);
        if (node == null) {
            return Optional.empty();
        }
        var leaf = node.leaves.get(method);
        return leaf == null
                ? Optional.empty()
                : Optional.of(new Match<>(leaf.target, leaf.template, parameters(leaf.template, segments)));
    }

    /// The methods that `path` has; none if there is no such path.
    public Set<String> methods(String path) {
        var node = walk(root, segments(path), 0);
        return node == null ? Set.of() : new TreeSet<>(node.leaves.keySet());
    }

    private static <T> @Nullable Node<T> walk(Node<T> node, String[] segments, int at) {
        if (at == segments.length) {
            return node.isEnd() ? node : null;
        }
        var literal = node.literals.get(Incoming.decodePath(segments[at]));
        var found = literal == null ? null : walk(literal, segments, at + 1);
        if (found == null && node.parameter != null && !segments[at].isEmpty()) {
            found = walk(node.parameter, segments, at + 1);
        }
        return found == null ? node.rest : found;
    }

    private static Map<String, String> parameters(String template, String[] segments) {
        var found = new LinkedHashMap<String, String>();
        var names = segments(template);
        for (var i = 0; i < names.length; i++) {
            var name = names[i];
            if (name.endsWith("+}")) {
                var rest = String.join("/", java.util.Arrays.copyOfRange(segments, i, segments.length));
                found.put(name.substring(1, name.length() - 2), Incoming.decodePath(rest));
            } else if (name.startsWith("{")) {
                found.put(name.substring(1, name.length() - 1), Incoming.decodePath(segments[i]));
            }
        }
        return found;
    }

    private static String[] segments(String path) {
        var from = path.startsWith("/") ? 1 : 0;
        // OCI does not tell a path from the same with a slash at its end.
        var to = path.length() > from && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(from, to).split("/", -1);
    }
}
