package dev.freehold.adapters.images;

import dev.freehold.domain.resource.ImageResource.BuildPipeline;
import dev.freehold.domain.resource.Resource;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.ResourceDriver;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The driver of the builder on this computer.
public final class BuilderDrivers implements Drivers {
    private final PipelineDriver pipeline;

    private BuilderDrivers(List<Path> path) {
        this.pipeline = new PipelineDriver(path);
    }

    /// @param path folders, as in the variable PATH
    public static BuilderDrivers onPath(String path) {
        return new BuilderDrivers(Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList());
    }

    @Override
    @SuppressWarnings("unchecked") // A BuildPipeline has the driver of build pipelines.
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        if (resource instanceof BuildPipeline) {
            return (ResourceDriver<R>) pipeline;
        }
        throw new IllegalArgumentException(resource.id() + " is not built on this computer");
    }
}
