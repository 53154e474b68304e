package dev.freehold.app.shell.json;

import dev.freehold.domain.image.BuiltImage;
import dev.freehold.domain.image.HardeningPoint;
import dev.freehold.domain.image.InstalledPackage;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/// The documents of `images ...`.
public final class ImagesJson {
    private ImagesJson() {}

    public static void list(JsonGenerator json, List<BuiltImage> images) {
        json.writeStartObject();
        json.writeArrayPropertyStart("images");
        for (var image : images) {
            json.writeStartObject();
            identity(json, image);
            json.writeStringProperty("builder", image.builder());
            json.writeStringProperty("file", image.disk().file());
            json.writeStringProperty("format", image.disk().format());
            json.writeNumberProperty("sizeBytes", image.disk().sizeBytes());
            json.writeNumberProperty("virtualSizeBytes", image.disk().virtualSizeBytes());
            json.writeStringProperty("sha256", image.disk().sha256());
            json.writeNumberProperty("packages", image.contents().packages().size());
            json.writeNumberProperty("seconds", image.build().took().toMillis() / 1000.0);
            json.writeStringProperty("builtAt", image.build().built().toString());
            json.writeStringProperty("inputs", image.origin().inputs());
            texts(json, "sources", image.origin().sources());
            texts(json, "without", image.origin().without());
            json.writeStringProperty("log", image.build().log());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void identity(JsonGenerator json, BuiltImage image) {
        json.writeStringProperty("image", image.image());
        json.writeStringProperty("arch", image.architecture().word());
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    public static void hardening(JsonGenerator json, Map<BuiltImage, List<HardeningPoint>> points) {
        json.writeStartObject();
        boolean holds = points.values().stream().allMatch(all -> all.stream().allMatch(HardeningPoint::holds));
        json.writeStringProperty("result", result(holds));
        json.writeArrayPropertyStart("images");
        points.forEach((image, all) -> {
            json.writeStartObject();
            identity(json, image);
            json.writeStringProperty("sha256", image.disk().sha256());
            json.writeArrayPropertyStart("points");
            for (var point : all) {
                json.writeStartObject();
                json.writeStringProperty("name", point.name());
                json.writeStringProperty("result", result(point.holds()));
                json.writeStringProperty("expected", point.expected());
                json.writeStringProperty("actual", point.actual());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String result(boolean holds) {
        return holds ? "pass" : "fail";
    }

    /// A bill of materials.
    ///
    /// Source: CycloneDX 1.6, JSON reference; package-url, type `deb`.
    ///
    /// @param version Freehold's
    public static void contents(JsonGenerator json, BuiltImage image, String version) {
        json.writeStartObject();
        json.writeStringProperty("bomFormat", "CycloneDX");
        json.writeStringProperty("specVersion", "1.6");
        json.writeStringProperty(
                "serialNumber",
                "urn:uuid:" + UUID.nameUUIDFromBytes(image.disk().sha256().getBytes(StandardCharsets.US_ASCII)));
        json.writeNumberProperty("version", 1);
        json.writeObjectPropertyStart("metadata");
        json.writeStringProperty(
                "timestamp",
                image.build().built().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeObjectPropertyStart("tools");
        json.writeArrayPropertyStart("components");
        json.writeStartObject();
        json.writeStringProperty("type", "application");
        json.writeStringProperty("name", "freehold");
        json.writeStringProperty("version", version);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        described(json, image);
        json.writeEndObject();
        json.writeArrayPropertyStart("components");
        image.contents().packages().forEach(one -> component(json, one));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void described(JsonGenerator json, BuiltImage image) {
        json.writeObjectPropertyStart("component");
        json.writeStringProperty("type", "operating-system");
        json.writeStringProperty("bom-ref", image.name());
        json.writeStringProperty("name", image.name());
        json.writeStringProperty("version", "debian-12");
        json.writeArrayPropertyStart("hashes");
        json.writeStartObject();
        json.writeStringProperty("alg", "SHA-256");
        json.writeStringProperty("content", image.disk().sha256());
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayPropertyStart("properties");
        property(json, "builder", image.builder());
        property(json, "inputs", image.origin().inputs());
        property(json, "without", String.join(",", image.origin().without()));
        image.origin().sources().forEach(source -> property(json, "source", source));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void property(JsonGenerator json, String name, String value) {
        json.writeStartObject();
        json.writeStringProperty("name", "freehold:" + name);
        json.writeStringProperty("value", value);
        json.writeEndObject();
    }

    private static void component(JsonGenerator json, InstalledPackage one) {
        json.writeStartObject();
        json.writeStringProperty("type", "library");
        json.writeStringProperty("bom-ref", one.purl());
        json.writeStringProperty("name", one.name());
        json.writeStringProperty("version", one.version());
        json.writeStringProperty("purl", one.purl());
        json.writeEndObject();
    }
}
