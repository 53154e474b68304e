package dev.freehold.domain.blueprint;

import static dev.freehold.domain.blueprint.SetupDrawing.add;

import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.Content;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The images phase of one spec, and what instances launch from. There is a base image for each architecture
/// of a machine that is no host, and where there are hosts one for Proxmox, which is built on a base image of its
/// own architecture.
///
/// @param proxmox what hosts launch from; absent where there are none
record ImagesDrawing(
        List<Node> nodes,
        Map<Architecture, Launch> bases,
        @Nullable Launch proxmox) {
    /// At most two base images and one for Proxmox.
    static final int MOST_IMAGES = 3;

    ImagesDrawing {
        bases = Collections.unmodifiableMap(new EnumMap<>(bases));
    }

    /// An image, and what makes it bootable.
    record Launch(Ref<? extends ImageResource.Launchable> image, List<Ref<? extends ImageResource>> bootableBy) {}

    static ImagesDrawing of(Spec spec, ImageSupply supply, SetupDrawing setup) {
        var nodes = new ArrayList<Node>();
        var images = spec.images();
        boolean builds = supply == ImageSupply.AS_IN_SPEC;
        boolean buildsBases = builds && images.prebuiltBase() == null;
        boolean hasHosts = !spec.hosts().isEmpty();
        boolean buildsProxmox = hasHosts && builds && images.prebuiltProxmox() == null;
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
                            ? imports.of(file)
                            : prebuilt(spec, Content.BASE, architecture, images.prebuiltBase(), setup, nodes));
        }
        if (!hasHosts) {
            return new ImagesDrawing(nodes, launches, null);
        }
        var base = files.get(Architecture.ARM64);
        if (!buildsProxmox || imports == null || base == null) {
            var launch = prebuilt(spec, Content.PROXMOX, Architecture.ARM64, images.prebuiltProxmox(), setup, nodes);
            return new ImagesDrawing(nodes, launches, launch);
        }
        var file = ImageFiles.of(images, Architecture.ARM64).proxmox();
        nodes.add(file);
        return new ImagesDrawing(nodes, launches, imports.of(file));
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
        return node.size().shape() == Shape.E2_1_MICRO ? Architecture.AMD64 : Architecture.ARM64;
    }

    private static Map<Architecture, BaseImage> bases(Spec spec, Set<Architecture> built, List<Node> nodes) {
        var files = new EnumMap<Architecture, BaseImage>(Architecture.class);
        if (!built.isEmpty()) {
            for (var architecture : built) {
                var all = ImageFiles.of(spec.images(), architecture);
                if (files.isEmpty()) {
                    nodes.add(all.pipeline());
                }
                nodes.add(all.base());
                files.put(architecture, all.base());
            }
        }
        return files;
    }

    /// @param given its name in the tenancy; absent: the name that an import would have had
    private static Launch prebuilt(
            Spec spec,
            Content content,
            Architecture architecture,
            @Nullable String given,
            SetupDrawing setup,
            List<Node> nodes) {
        var name = ImageFiles.name(content, architecture);
        var inTenancy = given == null ? PrebuiltImage.usualImage(name) : given;
        return new Launch(
                add(
                        nodes,
                        new PrebuiltImage(
                                name, content, inTenancy, spec.account().region(), setup.compartment())),
                List.of());
    }
}
