package dev.freehold.lab.oracle.compute;

import static dev.freehold.lab.oracle.compute.ComputeKinds.BOOT_VOLUME;
import static dev.freehold.lab.oracle.compute.ComputeKinds.BOOT_VOLUME_ATTACHMENT;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.limit.Gauge.Use;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Transition;
import dev.freehold.lab.world.Tx;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The disks that instances boot from.
public final class BootVolumes {
    /// Oracle's API refused less in July 2026; its pages say 47 in one place.
    public static final long LEAST_GB = 50;

    private static final long MOST_GB = 32_768;
    private static final List<String> GB_LIMITS =
            List.of("total-storage-gb", "total-free-storage-gb", "total-free-storage-gb-regional");
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(10);

    private BootVolumes() {}

    static void gauge(Limits limits) {
        GB_LIMITS.forEach(name -> limits.gauge(
                name,
                tx -> standing(tx)
                        .map(volume -> use(volume, volume.get("sizeInGBs").asLong()))));
        limits.gauge("volume-count", tx -> standing(tx).map(volume -> use(volume, 1)));
    }

    private static Stream<Resource> standing(Tx tx) {
        return tx.stream(BOOT_VOLUME.name()).filter(volume -> !volume.isIn("TERMINATED"));
    }

    private static Use use(Resource volume, long amount) {
        return new Use(volume.compartmentId(), volume.text("availabilityDomain"), amount);
    }

    /// What one more of that size takes of the limits.
    static Map<String, Long> claims(long gb) {
        var claims = growth(gb);
        claims.put("volume-count", 1L);
        return claims;
    }

    /// What one that grows by that much takes of the limits.
    static Map<String, Long> growth(long gb) {
        var claims = new LinkedHashMap<String, Long>();
        GB_LIMITS.forEach(name -> claims.put(name, gb));
        return claims;
    }

    /// The size that a launch from an image asks for.
    ///
    /// @throws Refusal if no boot volume can have it
    static long size(JsonNode source, Resource image) {
        var least = Math.max(LEAST_GB, (image.get("sizeInMBs").asLong(0) + 1023) >> 10);
        var wanted = source.path("bootVolumeSizeInGBs").asLong(least);
        if (wanted < least || wanted > MOST_GB) {
            throw Refusal.invalid(
                    "bootVolumeSizeInGBs is from " + least + " to " + MOST_GB + " for this image, not " + wanted);
        }
        return wanted;
    }

    static Resource make(Tx tx, Resource instance, JsonNode source, Resource image, long gb) {
        var attributes = Json.object()
                .put("displayName", instance.text("displayName") + " (Boot Volume)")
                .put("availabilityDomain", instance.text("availabilityDomain"))
                .put("imageId", image.id())
                .put("sizeInGBs", gb)
                .put("sizeInMBs", gb << 10)
                .put("vpusPerGB", source.path("bootVolumeVpusPerGB").asLong(10))
                .put("isHydrated", true)
                .put("isAutoTuneEnabled", false);
        attributes.set("freeformTags", Json.object());
        attributes.set("definedTags", Json.object());
        var made = tx.create(BOOT_VOLUME.name(), instance.compartmentId(), "PROVISIONING", attributes);
        return tx.move(made, "PROVISIONING", "AVAILABLE", SOON, LATER);
    }

    /// @throws Refusal if the volume can't be had
    static Resource free(Tx tx, String id, String availabilityDomain) {
        var volume = BOOT_VOLUME.usable(tx, id);
        if (!volume.has("availabilityDomain", availabilityDomain)) {
            throw Refusal.invalid("The boot volume " + id + " is in another availability domain");
        }
        refuseAttached(tx, volume);
        return volume;
    }

    static void refuseAttached(Tx tx, Resource volume) {
        tx.stream(BOOT_VOLUME_ATTACHMENT.name())
                .filter(attachment -> attachment.has("bootVolumeId", volume.id()) && !attachment.isIn("DETACHED"))
                .findFirst()
                .ifPresent(attachment -> {
                    throw Refusal.conflict("The boot volume " + volume.id() + " is attached to the instance "
                            + attachment.text("instanceId"));
                });
    }

    static void attach(Tx tx, Resource instance, Resource volume, Duration after) {
        var attributes = Json.object()
                .put("displayName", "Remote boot attachment for instance")
                .put("availabilityDomain", instance.text("availabilityDomain"))
                .put("instanceId", instance.id())
                .put("bootVolumeId", volume.id())
                .put("isPvEncryptionInTransitEnabled", false)
                .put("encryptionInTransitType", "NONE");
        var made = tx.create(BOOT_VOLUME_ATTACHMENT.name(), instance.compartmentId(), "ATTACHING", attributes);
        tx.later(made, after, "ATTACHED");
    }

    /// What becomes of a volume when its instance is gone.
    enum Afterwards {
        KEPT,
        DELETED
    }

    /// The instance is gone.
    static void release(Tx tx, Resource instance, Afterwards afterwards) {
        tx.stream(BOOT_VOLUME_ATTACHMENT.name())
                .filter(attachment -> attachment.has("instanceId", instance.id()) && !Kind.isGone(attachment))
                .forEach(attachment -> {
                    tx.later(tx.put(attachment.in("DETACHED")), Duration.ofHours(1), Transition.GONE);
                    tx.find(BOOT_VOLUME.name(), attachment.text("bootVolumeId"))
                            .filter(volume -> afterwards == Afterwards.DELETED && !Kind.isGone(volume))
                            .ifPresent(volume -> end(tx, volume));
                });
    }

    static void end(Tx tx, Resource volume) {
        BOOT_VOLUME.end(tx, volume, SOON, LATER);
    }
}
