package dev.freehold.lab.world;

import dev.freehold.lab.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One thing in the world. Immutable: a change is a new one, put in its place.
///
/// @param sequence its place in the order of creation, unique in the world
/// @param compartmentId empty for what is in none
/// @param state as the wire names it; empty where the kind has no states
/// @param revision counts changes; an etag is made of it
/// @param attributes what the wire shows of it besides; names that begin with `_` are the lab's own and never
/// shown.
///     Nobody may change this tree
/// @param pending states to come, soonest first
public record Resource(
        String id,
        String kind,
        long sequence,
        String compartmentId,
        String state,
        Instant timeCreated,
        long revision,
        ObjectNode attributes,
        List<Transition> pending) {

    public Resource {
        pending = List.copyOf(pending);
    }

    /// An attribute; a missing node if it is absent.
    public JsonNode get(String name) {
        return attributes.path(name);
    }

    /// An attribute's text, empty if it has none.
    public String text(String name) {
        return Json.text(attributes, name, "");
    }

    public Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    public boolean has(String name, String value) {
        return text(name).equals(value);
    }

    public boolean isIn(String... states) {
        return List.of(states).contains(state);
    }

    public String etag() {
        return Long.toHexString(sequence) + '-' + Long.toHexString(revision);
    }

    /// With other attributes: `change` gets a copy to write to.
    public Resource with(Consumer<ObjectNode> change) {
        var changed = attributes.deepCopy();
        change.accept(changed);
        return new Resource(id, kind, sequence, compartmentId, state, timeCreated, revision, changed, pending);
    }

    public Resource with(String name, String value) {
        return with(attributes -> attributes.put(name, value));
    }

    public Resource inCompartment(String other) {
        return new Resource(id, kind, sequence, other, state, timeCreated, revision, attributes, pending);
    }

    /// At once in `now`, and with nothing more to come.
    public Resource in(String now) {
        return new Resource(id, kind, sequence, compartmentId, now, timeCreated, revision, attributes, List.of());
    }

    Resource after(Transition arrived) {
        var left = pending.stream().filter(one -> !one.equals(arrived)).toList();
        return new Resource(id, kind, sequence, compartmentId, arrived.to(), timeCreated, revision, attributes, left);
    }

    Resource pending(List<Transition> transitions) {
        return new Resource(id, kind, sequence, compartmentId, state, timeCreated, revision, attributes, transitions);
    }

    Resource revised(long now) {
        return new Resource(id, kind, sequence, compartmentId, state, timeCreated, now, attributes, pending);
    }
}
