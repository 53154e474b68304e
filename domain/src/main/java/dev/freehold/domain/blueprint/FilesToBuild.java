package dev.freehold.domain.blueprint;

import dev.freehold.domain.resource.ImageResource.Architecture;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.spec.ImagesSpec;
import dev.freehold.domain.spec.Spec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which image files somebody wants who names an image, an architecture, both or neither.
///
/// @param image `base` or `proxmox`; absent for those that the platform is deployed with
/// @param architecture absent for those that the platform needs
public record FilesToBuild(@Nullable String image, @Nullable Architecture architecture) {
    /// @param images the settings they are built with
    /// @return each after what it is built on; empty if the platform needs none of that image
    public List<ImageBuild> of(Spec spec, ImagesSpec images) {
        var needed = needed(spec);
        var names = needed.stream().map(ImageBuild::name).toList();
        var files = new ArrayList<ImageBuild>();
        for (var one : architecture == null ? architectures(needed) : EnumSet.of(architecture)) {
            var all = ImageFiles.of(images, one);
            boolean base = image != null || names.contains(all.base().name());
            boolean proxmox = image == null ? names.contains(all.proxmox().name()) : image.equals("proxmox");
            if (base || proxmox) {
                files.add(all.base()); // A Proxmox image is built on its base.
            }
            if (proxmox) {
                files.add(all.proxmox());
            }
        }
        return List.copyOf(files);
    }

    /// What the platform is deployed with.
    private static List<ImageBuild> needed(Spec spec) {
        return Blueprint.draw(spec, ImageSupply.AS_IN_SPEC).nodes().stream()
                .filter(ImageBuild.class::isInstance)
                .map(ImageBuild.class::cast)
                .toList();
    }

    private Set<Architecture> architectures(List<ImageBuild> needed) {
        var found = EnumSet.noneOf(Architecture.class);
        for (var one : needed) {
            if (image == null || image.equals(one.content().word())) {
                found.add(one.architecture());
            }
        }
        return found;
    }
}
