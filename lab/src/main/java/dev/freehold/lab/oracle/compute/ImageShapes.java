package dev.freehold.lab.oracle.compute;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import tools.jackson.databind.node.ObjectNode;

/// Which shapes an image may be launched on, and by which firmware it boots.
final class ImageShapes {
    private static final String UEFI = "UEFI_64";

    private ImageShapes() {}

    /// Lets an image be launched on every shape of that architecture, and on no other. An import is taken for
    /// x86.
    static void allow(ObjectNode image, Architecture architecture) {
        var shapes = image.putObject("_shapes");
        Shape.ALL.stream()
                .filter(shape -> shape.processor().architecture() == architecture)
                .forEach(shape -> shapes.putObject(shape.name()));
    }

    static ObjectNode launchOptions(String firmware) {
        return Json.object()
                .put("bootVolumeType", "PARAVIRTUALIZED")
                .put("firmware", firmware)
                .put("networkType", "PARAVIRTUALIZED")
                .put("remoteDataVolumeType", "PARAVIRTUALIZED")
                .put("isPvEncryptionInTransitEnabled", false)
                .put("isConsistentVolumeNamingEnabled", false);
    }

    /// What the image's capability schema says, else what it was made with.
    static String firmware(Tx tx, Resource image) {
        return tx.stream(ComputeKinds.SCHEMA.name())
                .filter(schema -> schema.has("imageId", image.id()) && schema.isIn("ACTIVE"))
                .map(schema -> Json.text(schema.get("schemaData").path("Compute.Firmware"), "defaultValue", ""))
                .filter(firmware -> !firmware.isEmpty())
                .findFirst()
                .orElse(Json.text(image.get("launchOptions"), "firmware", "BIOS"));
    }

    /// @throws Refusal if the image can't be launched on the shape, or not at that size
    static void check(Tx tx, Resource image, Shape shape, Shape.Size size) {
        var entry = image.get("_shapes").path(shape.name());
        if (!entry.isObject()) {
            throw Refusal.invalid("Shape " + shape.name() + " is not valid for image " + image.id() + '.');
        }
        if (shape.isArm() && !firmware(tx, image).equals(UEFI)) {
            throw Refusal.invalid("The firmware " + firmware(tx, image) + " of image " + image.id()
                    + " is not supported by shape " + shape.name() + ", which needs " + UEFI + '.');
        }
        var ocpus = entry.path("ocpuConstraints");
        var memory = entry.path("memoryConstraints");
        if (size.ocpus() < ocpus.path("min").asDouble(0)
                || size.ocpus() > ocpus.path("max").asDouble(Double.MAX_VALUE)
                || size.memory() < memory.path("minInGBs").asDouble(0)
                || size.memory() > memory.path("maxInGBs").asDouble(Double.MAX_VALUE)) {
            throw Refusal.invalid("Image " + image.id() + " does not allow " + size.ocpus() + " OCPUs and "
                    + size.memory() + " GB on shape " + shape.name() + '.');
        }
    }
}
