package dev.freehold.lab.oracle.compute;

import static dev.freehold.lab.oracle.compute.ComputeKinds.IMAGE;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import tools.jackson.databind.node.ObjectNode;

/// Images that a fresh tenancy has: two of the platform's for each processor, and custom ones in the root
/// compartment that stand in for built ones. Made once; whoever deletes one has deleted it.
public final class ReadyImages {
    private static final String MARK = "ready-images";
    private static final long SIZE_MB = 47_694;

    private ReadyImages() {}

    /// @param root OCID of the root compartment
    public static void in(World world, String root) {
        world.change(tx -> {
            if (tx.find(MARK).isPresent()) {
                return false;
            }
            tx.create(MARK, MARK, "", "", Json.object());
            platform(tx, "Oracle-Linux-9.6-2026.09.30-0", "Oracle Linux", "9", Architecture.X86);
            platform(tx, "Oracle-Linux-9.6-aarch64-2026.09.30-0", "Oracle Linux", "9", Architecture.ARM);
            platform(tx, "Canonical-Ubuntu-24.04-2026.09.30-0", "Canonical Ubuntu", "24.04", Architecture.X86);
            platform(tx, "Canonical-Ubuntu-24.04-aarch64-2026.09.30-0", "Canonical Ubuntu", "24.04", Architecture.ARM);
            custom(tx, root, "freehold-base-amd64", Architecture.X86);
            custom(tx, root, "freehold-base-arm64", Architecture.ARM);
            custom(tx, root, "freehold-proxmox-arm64", Architecture.ARM);
            return true;
        });
    }

    private static void platform(Tx tx, String name, String system, String version, Architecture architecture) {
        tx.create(
                IMAGE.name(),
                "",
                "AVAILABLE",
                image(name, system, version, architecture).put("launchMode", "NATIVE"));
    }

    private static void custom(Tx tx, String root, String name, Architecture architecture) {
        tx.create(
                IMAGE.name(),
                root,
                "AVAILABLE",
                image(name, "Debian", "12", architecture).put("launchMode", "PARAVIRTUALIZED"));
    }

    private static ObjectNode image(String name, String system, String version, Architecture architecture) {
        var image = Json.object()
                .put("displayName", name)
                .put("operatingSystem", system)
                .put("operatingSystemVersion", version)
                .put("createImageAllowed", true)
                .put("listingType", "NONE")
                .put("sizeInMBs", SIZE_MB)
                .put("billableSizeInGBs", 2);
        image.set("launchOptions", ImageShapes.launchOptions("UEFI_64"));
        image.set("freeformTags", Json.object());
        image.set("definedTags", Json.object());
        ImageShapes.allow(image, architecture);
        return image;
    }
}
