package dev.freehold.lab.oracle.compute;

import static dev.freehold.lab.oracle.compute.ComputeKinds.IMAGE;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.api.WorkRequests;
import dev.freehold.lab.oracle.limit.Claim;
import dev.freehold.lab.oracle.limit.Gauge.Use;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.oracle.tenancy.Compartments;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Images: the platform's, which are in no compartment and listed in each, and custom ones.
public final class ImageApi implements Api {
    private static final String SHAPES = IMAGE.onePath() + "/shapes";
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(5);

    private final Limits limits;
    private final ImageImport imports;

    public ImageApi(Limits limits, ImageObjects objects, WorkRequests workRequests) {
        this.limits = limits;
        this.imports = new ImageImport(objects, workRequests);
        limits.gauge(
                "custom-image-count",
                tx -> tx.stream(IMAGE.name())
                        .filter(image -> !image.compartmentId().isEmpty() && !image.isIn("DELETED"))
                        .map(image -> new Use(image.compartmentId(), "", 1)));
    }

    @Override
    public void serve(Routes routes) {
        routes.get(IMAGE.path(), ImageApi::list);
        routes.get(IMAGE.onePath(), (call, tx) -> IMAGE.reply(tx, IMAGE.find(call, tx)));
        routes.post(IMAGE.path(), this::create);
        routes.put(IMAGE.onePath(), (call, tx) -> {
            var image = custom(call, tx);
            return IMAGE.reply(
                    tx,
                    tx.put(image.with(attributes ->
                            Details.update(call, attributes, "operatingSystem", "operatingSystemVersion"))));
        });
        routes.delete(IMAGE.onePath(), ImageApi::delete);
        routes.get(SHAPES, (call, tx) -> {
            var image = IMAGE.find(call, tx);
            return Replies.page(
                    call,
                    image.get("_shapes")
                            .propertyStream()
                            .map(entry -> entry(image, entry.getKey(), entry.getValue()))
                            .toList());
        });
        routes.get(SHAPES + "/{shape}", (call, tx) -> {
            var image = IMAGE.find(call, tx);
            var entry = image.get("_shapes").path(call.path("shape"));
            if (!entry.isObject()) {
                throw Refusal.notFound("shape " + call.path("shape") + " of image " + image.id());
            }
            return Replies.ok(entry(image, call.path("shape"), entry));
        });
        routes.put(SHAPES + "/{shape}", ImageApi::allow);
        routes.delete(SHAPES + "/{shape}", (call, tx) -> {
            var image = custom(call, tx);
            if (!image.get("_shapes").has(call.path("shape"))) {
                throw Refusal.notFound("shape " + call.path("shape") + " of image " + image.id());
            }
            tx.put(image.with(attributes -> attributes.withObject("_shapes").remove(call.path("shape"))));
            return Replies.noContent();
        });
    }

    private static Reply list(Call call, Tx tx) {
        var compartment = call.requiredQuery("compartmentId");
        return IMAGE.page(
                call,
                tx,
                tx.stream(IMAGE.name())
                        .filter(image -> image.compartmentId().isEmpty()
                                || image.compartmentId().equals(compartment))
                        .filter(image -> call.query("lifecycleState").isPresent() || !image.isIn("DELETED"))
                        .filter(image -> call.query("shape")
                                .map(shape -> image.get("_shapes").has(shape))
                                .orElse(true))
                        .toList());
    }

    private Reply create(Call call, Tx tx) {
        var compartment = Compartments.of(call, tx);
        if (call.optional("instanceId").isPresent()) {
            throw new Refusal(501, "MethodNotImplemented", "The lab makes no images of instances, only of objects");
        }
        limits.admit(tx, new Claim(compartment, "", Map.of("custom-image-count", 1L)));
        var image = imports.start(call, tx, compartment);
        return Replies.withWorkRequest(IMAGE.reply(tx, image), image.text("_workRequest"));
    }

    /// One that may be changed.
    private static Resource custom(Call call, Tx tx) {
        var image = IMAGE.toChange(call, tx);
        if (image.compartmentId().isEmpty()) {
            throw Refusal.notFound("image " + image.id() + ": a platform image can't be changed");
        }
        return image;
    }

    private static Reply delete(Call call, Tx tx) {
        var image = custom(call, tx);
        if (image.isIn("IMPORTING", "EXPORTING")) {
            throw Refusal.incorrectState("The image " + image.id() + " is in state " + image.state());
        }
        tx.stream(ComputeKinds.SCHEMA.name())
                .filter(schema -> schema.has("imageId", image.id()) && !Kind.isGone(schema))
                .forEach(schema -> tx.forget(schema.id()));
        IMAGE.end(tx, image, image.state(), "DELETED", LEAST, MOST);
        return Replies.noContent();
    }

    private static Reply allow(Call call, Tx tx) {
        var image = custom(call, tx);
        var name = call.path("shape");
        if (Shape.named(name).isEmpty()) {
            throw Refusal.invalid("There is no shape " + name);
        }
        var entry = Json.object();
        for (var constraints : new String[] {"ocpuConstraints", "memoryConstraints"}) {
            if (call.json().path(constraints).isObject()) {
                entry.set(constraints, call.json().get(constraints));
            }
        }
        tx.put(image.with(attributes -> attributes.withObject("_shapes").set(name, entry)));
        return Replies.ok(entry(image, name, entry));
    }

    private static ObjectNode entry(Resource image, String shape, JsonNode constraints) {
        var shown = Json.object().put("imageId", image.id()).put("shape", shape);
        constraints.properties().forEach(one -> shown.set(one.getKey(), one.getValue()));
        return shown;
    }

    @Override
    public void watch(World world) {
        imports.watch(world);
    }
}
