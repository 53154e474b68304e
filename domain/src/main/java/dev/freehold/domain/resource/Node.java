package dev.freehold.domain.resource;

import java.util.List;

/// What a blueprint is made of. Every implementation is a record whose components are its settings; its
/// dependencies are the [Ref]s among them, and nothing is listed by hand.
public sealed interface Node permits Resource, Gate {

    /// The name within the kind, in `[a-z0-9.-]`.
    String name();

    Layer layer();

    default Phase phase() {
        return layer().phase();
    }

    /// The system that does the work: what bounds and breakers are kept for.
    SystemName system();

    default String kind() {
        return Kind.of(getClass()).word();
    }

    default ResourceId id() {
        return ResourceId.of(phase(), kind(), name());
    }

    /// What this node refers to, each once, in the order of its settings.
    default List<Reference> references() {
        return Kind.of(getClass()).references(this);
    }

    /// What it has to itself while it stands, by its settings.
    default List<Claim> claims() {
        return List.of();
    }

    /// The ids of what this node refers to.
    default List<ResourceId> dependsOn() {
        return references().stream().map(Reference::to).toList();
    }
}
