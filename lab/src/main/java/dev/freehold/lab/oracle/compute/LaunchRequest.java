package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The body of a launch, in the form of today: members that Oracle has deprecated are read as what came after them.
///
/// @param source `sourceDetails`
/// @param vnic `createVnicDetails`
record LaunchRequest(String availabilityDomain, Shape shape, JsonNode source, JsonNode vnic) {
    /// Bytes of metadata and extended metadata together.
    private static final int MOST_METADATA = 32_000;

    /// @throws Refusal if something is missing, or there is no such shape
    static LaunchRequest of(Call call) {
        var domain = call.required("availabilityDomain");
        var name = call.required("shape");
        var shape = Shape.named(name).orElseThrow(() -> noShape(name, domain));
        checkMetadata(call.json());
        return new LaunchRequest(domain, shape, source(call), vnic(call));
    }

    static Refusal noShape(String name, String domain) {
        return Refusal.notFound("shape " + name + " in " + domain);
    }

    private static JsonNode source(Call call) {
        var source = call.json().path("sourceDetails");
        if (source.isObject()) {
            return source;
        }
        // oci-cli sends both; older clients only this.
        return Json.object()
                .put("sourceType", "image")
                .put("imageId", call.optional("imageId").orElseThrow(() -> Refusal.missing("sourceDetails")));
    }

    private static JsonNode vnic(Call call) {
        var body = call.json();
        var vnic = body.path("createVnicDetails") instanceof ObjectNode given ? given.deepCopy() : Json.object();
        for (var old : new String[] {"subnetId", "hostnameLabel"}) {
            if (Json.text(vnic, old, "").isEmpty() && body.path(old).isString()) {
                vnic.set(old, body.get(old));
            }
        }
        if (Json.text(vnic, "subnetId", "").isEmpty()) {
            throw Refusal.missing("createVnicDetails.subnetId");
        }
        return vnic;
    }

    private static void checkMetadata(JsonNode body) {
        var bytes = Json.bytes(body.path("metadata")).length + Json.bytes(body.path("extendedMetadata")).length;
        if (bytes > MOST_METADATA) {
            throw Refusal.invalid("metadata and extendedMetadata are " + bytes + " bytes together; " + MOST_METADATA
                    + " are allowed");
        }
        try {
            Base64.getDecoder().decode(Json.text(body.path("metadata"), "user_data", ""));
        } catch (IllegalArgumentException _) {
            throw Refusal.invalid("metadata.user_data is not base64");
        }
    }

    boolean isFromImage() {
        return switch (Json.text(source, "sourceType", "")) {
            case "image" -> true;
            case "bootVolume" -> false;
            default -> throw Refusal.invalid("sourceDetails.sourceType is image or bootVolume");
        };
    }

    /// A member of `sourceDetails`.
    String fromSource(String member) {
        var value = Json.text(source, member, "");
        if (value.isEmpty()) {
            throw Refusal.missing("sourceDetails." + member);
        }
        return value;
    }
}
