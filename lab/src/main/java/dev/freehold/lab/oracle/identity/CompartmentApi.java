package dev.freehold.lab.oracle.identity;

import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.api.WorkRequests;
import dev.freehold.lab.oracle.api.WorkRequests.Affected;
import dev.freehold.lab.oracle.tenancy.Compartments;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Compartments. A deleted one stays listed, as DELETED and under its name, and its name is free again.
public final class CompartmentApi implements Api {
    private static final Kind KIND = Kind.of(Compartments.KIND, "/20160918/compartments");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    /// What is in a compartment for the lab's own sake, or outlives what it tells of.
    private static final Set<String> TRACES = Set.of("workrequest", "retry-token");

    private final Tenancy tenancy;
    private final WorkRequests workRequests;

    public CompartmentApi(Tenancy tenancy, WorkRequests workRequests) {
        this.tenancy = tenancy;
        this.workRequests = workRequests;
    }

    @Override
    public void serve(Routes routes) {
        routes.post(KIND.path(), this::create);
        routes.get(KIND.path(), this::list);
        routes.get(
                KIND.onePath(),
                (call, tx) -> tx.find(Tenancy.KIND, call.path("id"))
                        .map(this::root)
                        .orElseGet(() -> KIND.reply(tx, KIND.find(call, tx))));
        routes.put(KIND.onePath(), (call, tx) -> {
            var compartment = KIND.toChange(call, tx);
            call.optional("name").ifPresent(name -> {
                checkName(name);
                if (!compartment.has("name", name)) {
                    checkFree(tx, compartment.compartmentId(), name);
                }
            });
            return KIND.reply(
                    tx,
                    tx.put(compartment.with(attributes -> Details.update(call, attributes, "name", "description"))));
        });
        routes.delete(KIND.onePath(), this::delete);
    }

    private Reply root(Resource root) {
        return Replies.ok(Replies.shown(root).put("compartmentId", root.id()).put("lifecycleState", "ACTIVE"));
    }

    private Reply create(Call call, Tx tx) {
        var parent = Compartments.of(call, tx);
        var name = call.required("name");
        call.required("description");
        checkName(name);
        checkFree(tx, parent, name);
        var attributes = Details.created(call, "", "name", "description");
        attributes.remove("displayName");
        var id = KIND.name();
        var made = tx.create(
                tx.ids().global(id, tx.nextSequence()), id, parent, "CREATING", attributes.put("isAccessible", true));
        // IAM's own region, but other services hear of it a little later.
        return KIND.reply(tx, tx.move(made, "CREATING", "ACTIVE", Duration.ofSeconds(1), Duration.ofSeconds(4)));
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.invalid("Compartment name " + name + " must be 1 to 100 letters, digits, _, . or -");
        }
    }

    private static void checkFree(Tx tx, String parent, String name) {
        if (tx.stream(KIND.name())
                .anyMatch(one -> one.compartmentId().equals(parent)
                        && one.text("name").equalsIgnoreCase(name)
                        && !one.isIn("DELETED"))) {
            throw new Refusal(
                    409,
                    "CompartmentAlreadyExists",
                    "Compartment '" + name + "' already exists in compartment " + parent);
        }
    }

    private Reply list(Call call, Tx tx) {
        var parent = call.requiredQuery("compartmentId");
        var deep = call.query("compartmentIdInSubtree").filter("true"::equals).isPresent();
        if (deep && !parent.equals(tenancy.id())) {
            throw Refusal.invalid("compartmentIdInSubtree is allowed on the tenancy alone");
        }
        var found = tx.stream(KIND.name())
                .filter(one -> deep || one.compartmentId().equals(parent))
                .filter(one -> call.admits("name", one.text("name")));
        var root = deep && call.query("includeRoot").filter("true"::equals).isPresent();
        return KIND.page(
                call,
                tx,
                Stream.concat(root ? tx.stream(Tenancy.KIND) : Stream.of(), found)
                        .toList());
    }

    private Reply delete(Call call, Tx tx) {
        var compartment = KIND.toChange(call, tx);
        if (!compartment.isIn("ACTIVE")) {
            throw Refusal.incorrectState("The compartment is in state " + compartment.state());
        }
        var request = workRequests.start(
                tx,
                "DELETE_COMPARTMENT",
                compartment.compartmentId(),
                new Affected("compartment", "DELETED", compartment.id()));
        tx.move(
                compartment.with("_workRequest", request),
                "DELETING",
                "DELETED",
                Duration.ofSeconds(30),
                Duration.ofMinutes(2));
        return Replies.accepted(request);
    }

    @Override
    public void watch(World world) {
        world.when(KIND.name(), "DELETED", (tx, compartment) -> {
            var inside = inside(tx, compartment);
            var request = compartment.text("_workRequest");
            if (inside.isEmpty()) {
                workRequests.succeed(tx, request);
            } else {
                workRequests.fail(
                        tx, request, "Conflict", "The compartment is not empty: " + String.join(", ", inside));
                tx.put(compartment.in("ACTIVE"));
            }
        });
    }

    private static List<String> inside(Tx tx, Resource compartment) {
        return tx.in(compartment.id()).stream()
                .filter(one -> !TRACES.contains(one.kind()) && !one.isIn("TERMINATED", "DELETED", "DETACHED"))
                .map(Resource::id)
                .toList();
    }
}
