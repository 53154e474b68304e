package dev.freehold.adapters.sim.probe;

import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.adapters.sim.world.Thing;
import dev.freehold.domain.image.BuiltImage;
import dev.freehold.domain.image.HardeningPoint;
import dev.freehold.domain.image.InstalledPackage;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.BuildPipeline;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.ImageResource.ProxmoxImage;
import dev.freehold.domain.resource.Setting;
import dev.freehold.ports.image.ImageShelf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The images that stand in the simulated world. There are no files to look into: what is in them are a few
/// packages and points that stand for all.
public final class SimImages implements ImageShelf {
    private static final String SIMULATED = "simulated";
    private static final String NONE = "=none";
    private static final List<String> BASE = List.of("cloud-init", "nftables", "openssh-server", "tailscale");
    private static final List<String> PROXMOX = List.of("ceph", "proxmox-ve");

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
        return new BuiltImage(
                image.image(),
                image.architecture(),
                builder(image),
                thing.outputs().text("file").orElse(""),
                "",
                thing.outputs().text("format").orElse(""),
                number(thing, "sizeBytes"),
                number(thing, "virtualSizeBytes"),
                thing.outputs().text("sha256").orElse(""),
                packages(image),
                List.of(new HardeningPoint("ssh-passwordauthentication", true, "no", "no")),
                SIMULATED,
                image.sources().stream()
                        .filter(source -> !source.endsWith(NONE))
                        .toList(),
                without(image),
                thing.since(),
                Duration.ZERO);
    }

    private String builder(ImageBuild image) {
        var base = switch (image) {
            case BaseImage one -> one;
            case ProxmoxImage on -> world.find(on.base().id(), BaseImage.class).orElse(null);
        };
        return base == null
                ? SIMULATED
                : world.find(base.pipeline().id(), BuildPipeline.class)
                        .map(pipeline -> pipeline.builder().name().toLowerCase(Locale.ROOT))
                        .orElse(SIMULATED);
    }

    private static List<String> without(ImageBuild image) {
        return image.sources().stream()
                .filter(source -> source.endsWith(NONE))
                .map(source -> source.substring(0, source.length() - NONE.length()))
                .toList();
    }

    private static List<InstalledPackage> packages(ImageBuild image) {
        var left = without(image);
        var names = new ArrayList<>(BASE);
        if (image instanceof ProxmoxImage) {
            names.addAll(PROXMOX);
        }
        return names.stream()
                .filter(name ->
                        Stream.of(name, name.replace("proxmox-ve", "proxmox")).noneMatch(left::contains))
                .map(name -> new InstalledPackage(
                        name, SIMULATED, image.architecture().word()))
                .toList();
    }

    private static long number(Thing thing, String name) {
        return thing.outputs().values().get(name) instanceof Setting.Quantity(var value) ? value.longValue() : 0;
    }
}
