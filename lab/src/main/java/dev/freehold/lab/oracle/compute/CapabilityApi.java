package dev.freehold.lab.oracle.compute;

import static dev.freehold.lab.oracle.compute.ComputeKinds.SCHEMA;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.tenancy.Compartments;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.Tx;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an image can do, said by a schema of its own beside the global one.
public final class CapabilityApi implements Api {
    private static final String GLOBAL = "/20160918/computeGlobalImageCapabilitySchemas";
    private static final String VERSION = "4d4ad6e9-f5c8-4b7b-a3c5-0f2f1d8b7c11";
    private static final Set<String> TYPES = Set.of("enumstring", "enuminteger", "boolean");
    private static final List<String> FIRMWARE = List.of("BIOS", "UEFI_64");

    private final String globalId;

    public CapabilityApi(Ocids ocids) {
        this.globalId = ocids.global("computeglobalimgcapschema", 0);
    }

    @Override
    public void serve(Routes routes) {
        routes.get(GLOBAL, (call, _) -> Replies.page(call, List.of(global())));
        routes.get(GLOBAL + "/{id}", (call, _) -> {
            checkGlobal(call);
            return Replies.ok(global());
        });
        routes.get(GLOBAL + "/{id}/versions", (call, _) -> {
            checkGlobal(call);
            return Replies.page(call, List.of(version()));
        });
        routes.get(GLOBAL + "/{id}/versions/{version}", (call, _) -> {
            checkGlobal(call);
            if (!call.path("version").equals(VERSION)) {
                throw Refusal.notFound("version " + call.path("version"));
            }
            return Replies.ok(version());
        });
        routes.get(
                SCHEMA.path(),
                (call, tx) -> SCHEMA.page(
                        call,
                        tx,
                        tx.stream(SCHEMA.name())
                                .filter(schema -> call.admits("compartmentId", schema.compartmentId()))
                                .toList()));
        routes.get(SCHEMA.onePath(), (call, tx) -> SCHEMA.reply(tx, SCHEMA.find(call, tx)));
        routes.post(SCHEMA.path(), this::create);
        routes.put(SCHEMA.onePath(), (call, tx) -> {
            var schema = SCHEMA.toChange(call, tx);
            checkData(call.json().path("schemaData"));
            return SCHEMA.reply(tx, tx.put(schema.with(attributes -> Details.update(call, attributes, "schemaData"))));
        });
        routes.delete(SCHEMA.onePath(), (call, tx) -> {
            tx.forget(SCHEMA.toChange(call, tx).id());
            return Replies.noContent();
        });
    }

    private void checkGlobal(Call call) {
        if (!call.path("id").equals(globalId)) {
            throw Refusal.notFound("global schema " + call.path("id"));
        }
    }

    private ObjectNode global() {
        return Json.object()
                .put("id", globalId)
                .put("name", "OCI.ComputeGlobalImageCapabilitySchema")
                .put("displayName", "OCI.ComputeGlobalImageCapabilitySchema")
                .put("currentVersionName", VERSION)
                .put("timeCreated", "2020-07-01T00:00:00.000Z");
    }

    private ObjectNode version() {
        var version = Json.object()
                .put("name", VERSION)
                .put("computeGlobalImageCapabilitySchemaId", globalId)
                .put("displayName", "OCI.ComputeGlobalImageCapabilitySchema")
                .put("timeCreated", "2020-07-01T00:00:00.000Z");
        var firmware = version.putObject("schemaData").putObject("Compute.Firmware");
        firmware.put("descriptorType", "enumstring").put("source", "GLOBAL").put("defaultValue", "UEFI_64");
        firmware.set("values", Json.strings(FIRMWARE));
        return version;
    }

    private Reply create(Call call, Tx tx) {
        var compartment = Compartments.of(call, tx);
        var image = ComputeKinds.IMAGE.usable(tx, call.required("imageId"));
        if (!call.required("computeGlobalImageCapabilitySchemaVersionName").equals(VERSION)) {
            throw Refusal.invalid("There is no such version of the global schema");
        }
        if (!call.json().path("schemaData").isObject()) {
            throw Refusal.missing("schemaData");
        }
        checkData(call.json().path("schemaData"));
        tx.stream(SCHEMA.name())
                .filter(other -> other.has("imageId", image.id()) && !Kind.isGone(other))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict("The image " + image.id() + " has the schema " + other.id());
                });
        var attributes = Details.created(
                call, "schema", "imageId", "computeGlobalImageCapabilitySchemaVersionName", "schemaData");
        attributes.put("computeGlobalImageCapabilitySchemaId", globalId);
        return SCHEMA.reply(tx, tx.create(SCHEMA.name(), compartment, "ACTIVE", attributes));
    }

    private static void checkData(JsonNode data) {
        data.properties().forEach(descriptor -> {
            var name = descriptor.getKey();
            var value = descriptor.getValue();
            if (!TYPES.contains(Json.text(value, "descriptorType", ""))) {
                throw Refusal.invalid("The descriptorType of " + name + " is one of " + TYPES);
            }
            if (!name.matches("(Compute|Network|Storage)\\..+")) {
                throw Refusal.invalid("There is no capability " + name);
            }
            if (name.equals("Compute.Firmware")) {
                var values = value.path("values")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
                if (!FIRMWARE.containsAll(values) || !values.contains(Json.text(value, "defaultValue", ""))) {
                    throw Refusal.invalid(name + " takes values of " + FIRMWARE + ", its default among them");
                }
            }
        });
    }
}
