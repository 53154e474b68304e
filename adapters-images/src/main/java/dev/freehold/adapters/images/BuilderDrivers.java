package dev.freehold.adapters.images;

import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.skeleton.ServedKinds;
import dev.freehold.ports.skeleton.ServedKinds.Served;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Which kinds the builder on this computer is for, and the driver of each.
public final class BuilderDrivers implements Drivers {
    private final Served<ImageResource.BuildPipeline> pipelines;

    private BuilderDrivers(List<Path> path) {
        this.pipelines = new ServedKinds().serve(() -> new PipelineDriver(path));
    }

    /// @param path folders, as in the variable PATH
    public static BuilderDrivers onPath(String path) {
        return new BuilderDrivers(Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList());
    }

    @Override
    @SuppressWarnings("unchecked") // each case gives the driver of the kind that it matched
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        return (ResourceDriver<R>) driver(resource);
    }

    private ResourceDriver<?> driver(Resource resource) {
        return switch (resource) {
            case ImageResource image -> image(image);
            case SetupResource _, OciResource _, ProxmoxResource _, TalosResource _ -> throw none(resource);
        };
    }

    private ResourceDriver<?> image(ImageResource resource) {
        return switch (resource) {
            case ImageResource.BuildPipeline it -> pipelines.driver(it);
            case ImageResource.BaseImage _,
                    ImageResource.ProxmoxImage _,
                    ImageResource.Bucket _,
                    ImageResource.ImageUpload _,
                    ImageResource.CustomImage _,
                    ImageResource.ImageShapeEntry _,
                    ImageResource.ImageCapabilitySchema _,
                    ImageResource.PrebuiltImage _ -> throw none(resource);
        };
    }

    private static IllegalArgumentException none(Resource resource) {
        return new IllegalArgumentException(resource.id() + " is not built on this computer");
    }
}
