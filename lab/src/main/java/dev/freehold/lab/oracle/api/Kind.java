package dev.freehold.lab.oracle.api;

import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Transition;
import dev.freehold.lab.world.Tx;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/// One kind of resource with the usual operations: listed by compartment, got and changed by id.
///
/// @param name of the kind in the world, and the type in its OCIDs
/// @param path such as `/20160918/vcns`
/// @param filters texts of a resource that a list may be filtered by, besides display name and state
/// @param view how the wire shows one
public record Kind(String name, String path, List<String> filters, BiFunction<Tx, Resource, ObjectNode> view) {
    /// In these nobody can use it any more.
    private static final Set<String> GONE = Set.of("TERMINATING", "TERMINATED", "DELETING", "DELETED", "DETACHED");

    private static final Set<String> ENDED = Set.of("TERMINATED", "DELETED", "DETACHED");

    /// How long what is gone can still be seen, in lab time.
    private static final Duration TRACE = Duration.ofHours(1);

    public static Kind of(String name, String path, String... filters) {
        return new Kind(name, path, List.of(filters), (_, resource) -> Replies.shown(resource));
    }

    public Kind shownBy(BiFunction<Tx, Resource, ObjectNode> other) {
        return new Kind(name, path, filters, other);
    }

    /// Path with `/{id}`.
    public String onePath() {
        return path + "/{id}";
    }

    public void serveReads(Routes routes) {
        routes.get(path, this::list);
        routes.get(onePath(), (call, tx) -> reply(tx, find(call, tx)));
    }

    public Reply reply(Tx tx, Resource resource) {
        return Replies.ok(view.apply(tx, resource)).with("etag", resource.etag());
    }

    private Reply list(Call call, Tx tx) {
        var compartment = call.requiredQuery("compartmentId");
        return page(
                call,
                tx,
                tx.stream(name)
                        .filter(one -> one.compartmentId().equals(compartment))
                        .toList());
    }

    /// One page of those among `all` that the query lets through, in the order that it asks for.
    public Reply page(Call call, Tx tx, List<Resource> all) {
        return Replies.page(
                call,
                selected(call, all).stream().map(one -> view.apply(tx, one)).toList());
    }

    private List<Resource> selected(Call call, List<Resource> all) {
        var selected = all.stream()
                .filter(one -> call.admits("displayName", one.text("displayName")))
                .filter(one -> call.admits("lifecycleState", one.state()))
                .filter(one -> filters.stream().allMatch(filter -> call.admits(filter, one.text(filter))));
        var ascending = call.query("sortOrder").map(order -> order.equalsIgnoreCase("ASC"));
        return switch (call.query("sortBy").orElse("")) {
            case "TIMECREATED" -> {
                var oldest = Comparator.comparingLong(Resource::sequence);
                yield selected.sorted(ascending.orElse(false) ? oldest : oldest.reversed())
                        .toList();
            }
            case "DISPLAYNAME", "NAME" -> {
                var byName = Comparator.comparing((Resource one) -> one.text("displayName") + one.text("name"));
                yield selected.sorted(ascending.orElse(true) ? byName : byName.reversed())
                        .toList();
            }
            default -> selected.toList();
        };
    }

    /// The one that the path names.
    ///
    /// @throws Refusal 404
    public Resource find(Call call, Tx tx) {
        return find(tx, call.path("id"));
    }

    /// @throws Refusal 404
    public Resource find(Tx tx, String id) {
        return tx.find(name, id).orElseThrow(() -> Refusal.notFound(name + ' ' + id));
    }

    /// The one that the path names, to be changed: not gone, and of the etag that the caller has seen.
    ///
    /// @throws Refusal 404 if it is gone, though a get may still show it; 409 while it goes; 412 on a stale
    /// etag
    public Resource toChange(Call call, Tx tx) {
        var found = find(call, tx);
        if (ENDED.contains(found.state())) {
            throw Refusal.notFound(name + ' ' + found.id());
        }
        if (isGone(found)) {
            throw Refusal.incorrectState("The " + name + ' ' + found.id() + " is in state " + found.state());
        }
        call.checkIfMatch(found);
        return found;
    }

    /// One that another is to be made of or put into.
    ///
    /// @throws Refusal 404 if it is not there or is going away
    public Resource usable(Tx tx, String id) {
        var found = find(tx, id);
        if (isGone(found)) {
            throw Refusal.notFound(name + ' ' + id + " is in state " + found.state());
        }
        return found;
    }

    public static boolean isGone(Resource resource) {
        return GONE.contains(resource.state());
    }

    /// It goes: `ing` now, `ed` after a while, and forgotten after an hour.
    public Resource end(Tx tx, Resource resource, String ing, String ed, Duration least, Duration most) {
        return tx.later(tx.move(resource, ing, ed, least, most), TRACE, Transition.GONE);
    }

    public Resource end(Tx tx, Resource resource, Duration least, Duration most) {
        return end(tx, resource, "TERMINATING", "TERMINATED", least, most);
    }
}
