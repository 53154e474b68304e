package dev.freehold.adapters.sim.probe;

import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.adapters.sim.world.SimulatedPackages;
import dev.freehold.adapters.sim.world.Thing;
import dev.freehold.domain.image.BuiltImage;
import dev.freehold.domain.image.HardeningPoint;
import dev.freehold.domain.image.InstalledPackage;
import dev.freehold.domain.output.ImageOutputs;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.ports.image.ImageShelf;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// The images that stand in the simulated world. There are no files to look into: what is in them are a few
/// packages and points that stand for all.
public final class SimImages implements ImageShelf {
    private static final String SIMULATED = "simulated";
    private static final String NONE = "=none";

    private final SimWorld world;

    public SimImages(SimWorld world) {
        this.world = world;
    }

    @Override
    public List<BuiltImage> images() {
        return world.standing().stream()
                .filter(thing -> thing.resource() instanceof ImageBuild)
                .map(this::image)
                .sorted(Comparator.comparing(BuiltImage::name))
                .toList();
    }

    @Override
    public boolean isIntact(BuiltImage image) {
        return images().contains(image);
    }

    private BuiltImage image(Thing thing) {
        var image = (ImageBuild) thing.resource();
        var file = (ImageOutputs.DiskImage) thing.outputs();
        return new BuiltImage(
                image.content().word(),
                image.architecture(),
                file.builtBy(),
                new BuiltImage.Disk(
                        file.file().text(),
                        file.format(),
                        file.sizeBytes(),
                        file.virtualSizeBytes(),
                        file.sha256().text()),
                new BuiltImage.Build("", thing.since(), Duration.ZERO),
                new BuiltImage.Contents(
                        packages(image), List.of(new HardeningPoint("ssh-passwordauthentication", true, "no", "no"))),
                new BuiltImage.Origin(
                        SIMULATED,
                        image.sources().stream()
                                .filter(source -> !source.endsWith(NONE))
                                .toList(),
                        SimulatedPackages.without(image)));
    }

    private static List<InstalledPackage> packages(ImageBuild image) {
        return SimulatedPackages.names(image).stream()
                .map(name -> new InstalledPackage(
                        name, SIMULATED, image.architecture().word()))
                .toList();
    }
}
