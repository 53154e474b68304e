package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Tx;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which shapes there are, and whether there is room for them.
public final class ShapeApi implements Api {
    private final Tenancy tenancy;
    private final Capacity capacity;

    public ShapeApi(Tenancy tenancy, Capacity capacity) {
        this.tenancy = tenancy;
        this.capacity = capacity;
    }

    @Override
    public void serve(Routes routes) {
        routes.get("/20160918/shapes", this::list);
        routes.post("/20160918/computeCapacityReports", this::report);
    }

    private Reply list(Call call, Tx tx) {
        call.requiredQuery("compartmentId");
        call.query("availabilityDomain").ifPresent(this::checkDomain);
        var image = call.query("imageId").map(id -> ComputeKinds.IMAGE.find(tx, id));
        var shapes = tenancy.availabilityDomains().stream()
                .filter(domain -> call.admits("availabilityDomain", domain))
                .flatMap(domain -> Shape.ALL.stream().filter(shape -> capacity.offers(domain, shape)))
                .distinct()
                .filter(shape ->
                        image.map(one -> one.get("_shapes").has(shape.name())).orElse(true))
                .map(Shape::shown)
                .toList();
        return Replies.page(call, shapes);
    }

    private void checkDomain(String domain) {
        if (!tenancy.availabilityDomains().contains(domain)) {
            throw Refusal.invalid("There is no availability domain " + domain);
        }
    }

    private Reply report(Call call, Tx tx) {
        var compartment = call.required("compartmentId");
        if (!compartment.equals(tenancy.id())) {
            throw Refusal.invalid("compartmentId has to be that of the root compartment");
        }
        var domain = call.required("availabilityDomain");
        checkDomain(domain);
        var asked = call.json().path("shapeAvailabilities");
        if (asked.isEmpty()) {
            throw Refusal.missing("shapeAvailabilities");
        }
        var report = Json.object()
                .put("compartmentId", compartment)
                .put("availabilityDomain", domain)
                .put("timeCreated", Json.time(tx.now()));
        var answers = report.putArray("shapeAvailabilities");
        asked.forEach(one -> answers.add(availability(domain, one)));
        return Replies.ok(report);
    }

    private ObjectNode availability(String domain, JsonNode asked) {
        var name = Json.text(asked, "instanceShape", "");
        if (name.isEmpty()) {
            throw Refusal.missing("shapeAvailabilities.instanceShape");
        }
        var answer = Json.object().put("instanceShape", name);
        for (var member : new String[] {"faultDomain", "instanceShapeConfig"}) {
            if (!asked.path(member).isMissingNode() && !asked.path(member).isNull()) {
                answer.set(member, asked.get(member));
            }
        }
        var shape = Shape.named(name).filter(known -> capacity.offers(domain, known));
        if (shape.isEmpty()) {
            return answer.put("availabilityStatus", "HARDWARE_NOT_SUPPORTED").put("availableCount", 0);
        }
        return capacity.isFull(domain, shape.get())
                ? answer.put("availabilityStatus", "OUT_OF_HOST_CAPACITY").put("availableCount", 0)
                : answer.put("availabilityStatus", "AVAILABLE").put("availableCount", 10);
    }
}
