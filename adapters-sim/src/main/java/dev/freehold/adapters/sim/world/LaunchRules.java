package dev.freehold.adapters.sim.world;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.ports.driver.Refused;
import java.util.Optional;

/// What Oracle's Compute refuses to launch.
public final class LaunchRules {
    public static final long LEAST_BOOT_VOLUME = 50; // GB; the API refused less in July 2026 (oci.md 3.1)
    public static final long MOST_MEMORY_PER_OCPU = 64; // GB, of A1.Flex

    private final SimWorld world;

    LaunchRules(SimWorld world) {
        this.world = world;
    }

    Optional<Refused> objection(Instance wanted) {
        if (wanted.size().bootVolume().compareTo(Gigabytes.of(LEAST_BOOT_VOLUME)) < 0) {
            return OciRules.invalid(
                    "bootVolumeSizeInGBs of " + wanted.size().bootVolume() + " is below " + LEAST_BOOT_VOLUME);
        }
        return objectionToShape(wanted)
                .or(() -> image(wanted, architecture(wanted.size().shape())));
    }

    /// What the processor of such a machine understands.
    public static Architecture architecture(Shape shape) {
        return switch (shape) {
            case A1_FLEX -> Architecture.ARM64;
            case E2_1_MICRO -> Architecture.AMD64;
        };
    }

    /// Why the machine can't be of that size.
    Optional<Refused> objectionToShape(Instance wanted) {
        return switch (wanted.size().shape()) {
            case A1_FLEX -> flexible(wanted);
            case E2_1_MICRO -> Optional.empty(); // its size is fixed
        };
    }

    private static Optional<Refused> flexible(Instance wanted) {
        if (!wanted.size().ocpus().isWhole() || wanted.size().ocpus().count().signum() == 0) {
            return OciRules.invalid("ocpus of " + wanted.size().ocpus() + " is not a whole number of at least 1");
        }
        var most =
                Gigabytes.of(MOST_MEMORY_PER_OCPU).times(wanted.size().ocpus().count());
        boolean outside = wanted.size().memory().compareTo(Gigabytes.of(1)) < 0
                || wanted.size().memory().compareTo(most) > 0;
        return outside
                ? OciRules.invalid("memoryInGBs of " + wanted.size().memory() + " is not from 1 to " + most)
                : Optional.empty();
    }

    /// An import alone is bootable on x86 by BIOS only: A1 needs the shape's entry and a schema for UEFI.
    private Optional<Refused> image(Instance wanted, Architecture needed) {
        var found = world.find(wanted.boot().image().id(), ImageResource.CustomImage.class);
        if (found.isEmpty()) {
            return Optional.empty(); // prebuilt: whoever put it there has seen to that
        }
        var image = found.get();
        if (image.architecture() != needed) {
            return OciRules.invalid("the image " + image.id() + " is " + image.architecture() + " and can't run on "
                    + wanted.size().shape().oci());
        }
        if (wanted.size().shape() == Shape.A1_FLEX && !hasEntry(wanted, image)) {
            return OciRules.invalid("Shape " + wanted.size().shape().oci() + " is not valid for image " + image.id());
        }
        if (wanted.size().shape() == Shape.A1_FLEX && !bootsByUefi(image)) {
            return OciRules.invalid("the image " + image.id() + " boots by BIOS, and "
                    + wanted.size().shape().oci() + " by UEFI_64 only");
        }
        return Optional.empty();
    }

    private boolean hasEntry(Instance wanted, ImageResource.CustomImage image) {
        return world.all(ImageResource.ImageShapeEntry.class).stream()
                .anyMatch(entry -> entry.image().id().equals(image.id())
                        && entry.shape().equals(wanted.size().shape().oci()));
    }

    private boolean bootsByUefi(ImageResource.CustomImage image) {
        return world.all(ImageResource.ImageCapabilitySchema.class).stream()
                .anyMatch(schema -> schema.image().id().equals(image.id())
                        && schema.firmware().equals("UEFI_64"));
    }
}
