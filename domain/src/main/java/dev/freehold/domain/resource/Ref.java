package dev.freehold.domain.resource;

/// A reference to another node of the blueprint; whoever holds one depends on it.
///
/// @param <N> the kind of node referred to
@SuppressWarnings("UnusedTypeParameter") // it is there for the compiler, to tell a Ref<Vcn> from a Ref<Subnet>
public record Ref<N extends Node>(ResourceId id) {

    public static <N extends Node> Ref<N> to(N node) {
        return new Ref<>(node.id());
    }

    @Override
    public String toString() {
        return id.text();
    }
}
