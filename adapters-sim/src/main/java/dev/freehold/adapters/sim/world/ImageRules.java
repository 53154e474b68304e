package dev.freehold.adapters.sim.world;

import dev.freehold.domain.resource.ImageResource;
import dev.freehold.ports.driver.Refused;
import java.util.Optional;

/// What building and importing images refuses beyond what holds for every kind.
final class ImageRules {
    private final SimWorld world;

    ImageRules(SimWorld world) {
        this.world = world;
    }

    Optional<Refused> objection(ImageResource wanted) {
        return switch (wanted) {
            case ImageResource.ProxmoxImage image ->
                world.find(image.base().id(), ImageResource.BaseImage.class)
                        .filter(base -> base.architecture() != image.architecture())
                        .map(base -> new Refused(
                                "WrongArchitecture",
                                image.id() + " is for " + image.architecture() + ", but its base " + base.id()
                                        + " is for " + base.architecture() + "."));
            case ImageResource.CustomImage image -> importing(image);
            case ImageResource.ImageCapabilitySchema schema -> second(schema);
            case ImageResource.BuildPipeline _,
                    ImageResource.BaseImage _,
                    ImageResource.Bucket _,
                    ImageResource.ImageUpload _,
                    ImageResource.ImageShapeEntry _,
                    ImageResource.PrebuiltImage _ -> Optional.empty();
        };
    }

    private Optional<Refused> importing(ImageResource.CustomImage wanted) {
        return world.find(wanted.upload().id(), ImageResource.ImageUpload.class)
                .flatMap(upload -> world.find(upload.image().id(), ImageResource.ImageBuild.class))
                .filter(image -> image.architecture() != wanted.architecture())
                .map(image -> new Refused(
                        "InvalidParameter",
                        wanted.id() + " was to be " + wanted.architecture() + ", but its file holds "
                                + image.architecture() + "."));
    }

    private Optional<Refused> second(ImageResource.ImageCapabilitySchema wanted) {
        return world.all(ImageResource.ImageCapabilitySchema.class).stream()
                .filter(there ->
                        there.image().equals(wanted.image()) && !there.name().equals(wanted.name()))
                .findFirst()
                .map(there -> new Refused(
                        "Conflict", "The image " + wanted.image() + " already has the schema " + there.id() + "."));
    }
}
