package dev.freehold.lab.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The world while one change is made to it. Nobody else sees or changes anything meanwhile; if the change throws,
/// nothing of it has happened. Reads see what the change itself has written.
public interface Tx {
    /// In lab time; the same throughout.
    Instant now();

    Delays delays();

    Ocids ids();

    Optional<Resource> find(String id);

    /// Only if it is of `kind`.
    default Optional<Resource> find(String kind, String id) {
        return find(id).filter(resource -> resource.kind().equals(kind));
    }

    /// All of one kind, oldest first.
    List<Resource> all(String kind);

    default Stream<Resource> stream(String kind) {
        return all(kind).stream();
    }

    /// All of any kind that say they are in a compartment.
    List<Resource> in(String compartmentId);

    /// A number that no resource has had: what an id is made of.
    long nextSequence();

    /// @param id made by the caller, from [#nextSequence()] as a rule
    Resource create(String id, String kind, String compartmentId, String state, ObjectNode attributes);

    /// With an id of the usual form in this world's region.
    Resource create(String kind, String compartmentId, String state, ObjectNode attributes);

    /// In place of the one with its id.
    Resource put(Resource changed);

    /// By what `change` makes of it now; it must be there.
    default Resource change(String id, UnaryOperator<Resource> change) {
        return put(change.apply(find(id).orElseThrow(() -> new IllegalStateException("No " + id + " in the world"))));
    }

    void forget(String id);

    /// Puts it in state `now` at once and in `then` after a seeded time between the two, whatever was to come
    /// before.
    Resource move(Resource resource, String now, String then, Duration least, Duration most);

    /// Lets one more state come, `after` the last that is to come, or after now.
    Resource later(Resource resource, Duration after, String to);
}
