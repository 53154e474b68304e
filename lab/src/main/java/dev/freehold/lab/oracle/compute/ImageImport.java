package dev.freehold.lab.oracle.compute;

import static dev.freehold.lab.oracle.compute.ComputeKinds.IMAGE;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.WorkRequests;
import dev.freehold.lab.oracle.api.WorkRequests.Affected;
import dev.freehold.lab.oracle.compute.ImageObjects.ImageObject;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The import of a custom image from an object. It boots by BIOS and on x86 shapes alone, whatever is in it, until
/// told otherwise; an import that can't be ends DELETED, and why stands in its work request.
final class ImageImport {
    /// Seen: 5 to 20 minutes.
    private static final Duration LEAST = Duration.ofMinutes(5);

    private static final Duration MOST = Duration.ofMinutes(20);
    private static final long MOST_BYTES = 400L << 30;
    private static final String IMPORTING = "IMPORTING";

    private final ImageObjects objects;
    private final WorkRequests workRequests;

    ImageImport(ImageObjects objects, WorkRequests workRequests) {
        this.objects = objects;
        this.workRequests = workRequests;
    }

    /// @throws Refusal if the source can't be one
    Resource start(Call call, Tx tx, String compartment) {
        var source = call.json().path("imageSourceDetails");
        if (!source.isObject()) {
            throw Refusal.missing("imageSourceDetails");
        }
        if (find(tx, source).isEmpty()) {
            throw Refusal.notFound("the object to import");
        }
        var attributes = Details.created(call, "image");
        attributes
                .put("launchMode", launchMode(call))
                .put("operatingSystem", Json.text(source, "operatingSystem", "Custom"))
                .put("operatingSystemVersion", Json.text(source, "operatingSystemVersion", "Custom"))
                .put("createImageAllowed", true)
                .put("listingType", "NONE");
        attributes.set("launchOptions", launchOptions(call));
        attributes.set("_source", source);
        ImageShapes.allow(attributes, Architecture.X86);
        var image = tx.create(IMAGE.name(), compartment, IMPORTING, attributes);
        var request = workRequests.start(tx, "CreateImage", compartment, new Affected("image", "CREATED", image.id()));
        return tx.move(image.with("_workRequest", request), IMPORTING, "AVAILABLE", LEAST, MOST);
    }

    private static String launchMode(Call call) {
        var mode = call.optional("launchMode").orElse("PARAVIRTUALIZED");
        return switch (mode) {
            case "NATIVE", "EMULATED", "PARAVIRTUALIZED", "CUSTOM" -> mode;
            default -> throw Refusal.invalid("launchMode is NATIVE, EMULATED, PARAVIRTUALIZED or CUSTOM");
        };
    }

    /// The SDKs' models lack them, the API takes them with CUSTOM.
    private static ObjectNode launchOptions(Call call) {
        var options = ImageShapes.launchOptions("BIOS");
        if (launchMode(call).equals("CUSTOM")) {
            call.json()
                    .path("launchOptions")
                    .properties()
                    .forEach(option -> options.set(option.getKey(), option.getValue()));
        }
        return options;
    }

    private Optional<ImageObject> find(Tx tx, JsonNode source) {
        return switch (Json.text(source, "sourceType", "")) {
            case "objectStorageTuple" ->
                objects.find(
                        tx,
                        required(source, "namespaceName"),
                        required(source, "bucketName"),
                        required(source, "objectName"));
            case "objectStorageUri" -> objects.at(tx, uri(required(source, "sourceUri")));
            default -> throw Refusal.invalid("imageSourceDetails.sourceType is objectStorageTuple or objectStorageUri");
        };
    }

    private static String required(JsonNode source, String member) {
        var value = Json.text(source, member, "");
        if (value.isEmpty()) {
            throw Refusal.missing("imageSourceDetails." + member);
        }
        return value;
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException _) {
            throw Refusal.invalid("imageSourceDetails.sourceUri is no address");
        }
    }

    void watch(World world) {
        world.when(IMAGE.name(), "AVAILABLE", (tx, image) -> {
            if (image.text("_workRequest").isEmpty() || image.has("_imported", "yes")) {
                return;
            }
            var fault = fault(tx, image);
            if (fault.isEmpty()) {
                workRequests.succeed(tx, image.text("_workRequest"));
            } else {
                workRequests.fail(tx, image.text("_workRequest"), "InvalidParameter", fault.get());
                tx.later(tx.put(image.in("DELETED")), Duration.ofHours(1), "");
            }
        });
    }

    /// Takes the size from the object; what keeps it from being an image otherwise.
    private Optional<String> fault(Tx tx, Resource image) {
        var source = image.get("_source");
        var object = find(tx, source);
        if (object.isEmpty()) {
            return Optional.of("The object is not there any more");
        }
        var type = Json.text(source, "sourceImageType", "QCOW2");
        var disk = DiskFile.read(object.get(), type);
        if (disk.isEmpty()) {
            return Optional.of("The object is no " + type + " image");
        }
        if (object.get().sizeBytes() > MOST_BYTES) {
            return Optional.of("The image is larger than 400 GB");
        }
        tx.put(image.with(attributes -> attributes
                .put("_imported", "yes")
                .put("sizeInMBs", disk.get().virtualBytes() >> 20)
                .put("billableSizeInGBs", Math.max(1, object.get().sizeBytes() >> 30))));
        return Optional.empty();
    }
}
