package dev.freehold.validation;

import dev.freehold.domain.resource.Node;
import dev.freehold.domain.spec.Spec;
import java.util.List;
import java.util.Optional;

/// The platform as it should be: the spec, and the nodes of its blueprint.
public record Wanted(Spec spec, List<Node> nodes) {
    public Wanted {
        nodes = List.copyOf(nodes);
    }

    <N extends Node> List<N> all(Class<N> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <N extends Node> Optional<N> first(Class<N> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
