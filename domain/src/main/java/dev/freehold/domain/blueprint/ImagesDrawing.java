package dev.freehold.domain.blueprint;

import static dev.freehold.domain.blueprint.SetupDrawing.add;

import dev.freehold.domain.quantity.Gigabytes;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.BuildPipeline;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.domain.resource.ImageResource.ProxmoxImage;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.NodeSpec.Shape;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The images phase of one spec, and what instances launch from. There is a base image for each architecture
/// of a machine that is no host, and one for Proxmox, which is built on a base image of its own architecture.
record ImagesDrawing(List<Node> nodes, Map<Architecture, Launch> bases, Launch proxmox) {
    /// At most two base images and one for Proxmox.
    static final int MOST_IMAGES = 3;

    /// Estimates of the files as stored, compressed QCOW2; together far below the 20 GB that are free.
    private static final Gigabytes BASE_SIZE = Gigabytes.of(2);

    private static final Gigabytes PROXMOX_SIZE = Gigabytes.of(6);

    ImagesDrawing {
        bases = Collections.unmodifiableMap(new EnumMap<>(bases));
    }

    /// An image, and what makes it bootable.
    record Launch(Ref<? extends ImageResource.Launchable> image, List<Ref<? extends ImageResource>> bootableBy) {}

    static ImagesDrawing of(Spec spec, boolean prebuilt, SetupDrawing setup) {
        var nodes = new ArrayList<Node>();
        var images = spec.images();
        boolean buildsBases = !prebuilt && images.prebuiltBase() == null;
        boolean buildsProxmox = !prebuilt && images.prebuiltProxmox() == null;
        var wanted = architectures(spec);
        var built = EnumSet.noneOf(Architecture.class);
        if (buildsBases) {
            built.addAll(wanted);
        }
        if (buildsProxmox) {
            built.add(Architecture.ARM64);
        }
        var files = bases(spec, built, nodes);
        var imports = built.isEmpty() ? null : ImportDrawing.into(spec, setup, nodes);
        var launches = new EnumMap<Architecture, Launch>(Architecture.class);
        for (var architecture : wanted) {
            var file = files.get(architecture);
            launches.put(
                    architecture,
                    buildsBases && imports != null && file != null
                            ? imports.of(file, name("base", architecture), architecture, BASE_SIZE)
                            : prebuilt(spec, "base", architecture, images.prebuiltBase(), setup, nodes));
        }
        var base = files.get(Architecture.ARM64);
        if (!buildsProxmox || imports == null || base == null) {
            var launch = prebuilt(spec, "proxmox", Architecture.ARM64, images.prebuiltProxmox(), setup, nodes);
            return new ImagesDrawing(nodes, launches, launch);
        }
        var name = name("proxmox", Architecture.ARM64);
        var file = add(nodes, new ProxmoxImage(name, Architecture.ARM64, PROXMOX_SIZE, sources(spec), base));
        return new ImagesDrawing(nodes, launches, imports.of(file, name, Architecture.ARM64, PROXMOX_SIZE));
    }

    Launch of(NodeSpec node) {
        var launch = node.isHost() ? proxmox : bases.get(architecture(node));
        if (launch == null) {
            throw new IllegalStateException("No image was drawn for " + node.name() + ". This is a bug in Freehold.");
        }
        return launch;
    }

    /// Those of the machines that are no hosts; where there are none, what hosts are made of.
    private static Set<Architecture> architectures(Spec spec) {
        var found = EnumSet.noneOf(Architecture.class);
        for (var node : spec.nodes()) {
            if (!node.isHost()) {
                found.add(architecture(node));
            }
        }
        return found.isEmpty() ? EnumSet.of(Architecture.ARM64) : found;
    }

    private static Architecture architecture(NodeSpec node) {
        return node.shape() == Shape.E2_1_MICRO ? Architecture.AMD64 : Architecture.ARM64;
    }

    private static Map<Architecture, Ref<BaseImage>> bases(Spec spec, Set<Architecture> built, List<Node> nodes) {
        var files = new EnumMap<Architecture, Ref<BaseImage>>(Architecture.class);
        if (!built.isEmpty()) {
            var builder = spec.images().builder();
            var pipeline = add(nodes, new BuildPipeline(builder.name().toLowerCase(Locale.ROOT), builder));
            for (var architecture : built) {
                var name = name("base", architecture);
                files.put(
                        architecture,
                        add(nodes, new BaseImage(name, architecture, BASE_SIZE, sources(spec), pipeline)));
            }
        }
        return files;
    }

    /// @param given its name in the tenancy; absent: the name that an import would have had
    private static Launch prebuilt(
            Spec spec,
            String image,
            Architecture architecture,
            @Nullable String given,
            SetupDrawing setup,
            List<Node> nodes) {
        var name = name(image, architecture);
        var inTenancy = given == null ? PrebuiltImage.usualImage(name) : given;
        return new Launch(
                add(nodes, new PrebuiltImage(name, inTenancy, spec.region(), setup.compartment())), List.of());
    }

    static String name(String image, Architecture architecture) {
        return image + '-' + architecture.name().toLowerCase(Locale.ROOT);
    }

    static List<String> sources(Spec spec) {
        return spec.images().sources().entrySet().stream()
                .map(source -> source.getKey() + '=' + source.getValue())
                .toList();
    }
}
