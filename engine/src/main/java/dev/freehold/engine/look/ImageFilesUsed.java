package dev.freehold.engine.look;

import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource.BaseImage;
import dev.freehold.domain.resource.ImageResource.Bucket;
import dev.freehold.domain.resource.ImageResource.BuildPipeline;
import dev.freehold.domain.resource.ImageResource.CustomImage;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.ImageResource.ImageCapabilitySchema;
import dev.freehold.domain.resource.ImageResource.ImageShapeEntry;
import dev.freehold.domain.resource.ImageResource.ImageUpload;
import dev.freehold.domain.resource.ImageResource.PrebuiltImage;
import dev.freehold.domain.resource.ImageResource.ProxmoxImage;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import java.util.Collection;
import java.util.function.Predicate;

/// Image files after they were uploaded: neither they nor what built them is needed any more, so that it is no news
/// that they are gone, on another computer or after Freehold's scripts have changed.
public final class ImageFilesUsed {
    private ImageFilesUsed() {}

    /// Does what was made of it stand, so that it may be gone?
    public static boolean isSpent(Node node, Collection<Standing> standing) {
        return switch (node) {
            case ImageBuild image -> isSpent(image.id(), standing);
            case BuildPipeline _ ->
                any(standing, ImageBuild.class::isInstance)
                        && !any(standing, other -> other instanceof ImageBuild image && !isSpent(image.id(), standing));
            case Bucket _, ImageUpload _, CustomImage _, ImageShapeEntry _, ImageCapabilitySchema _, PrebuiltImage _ ->
                false;
            case SetupResource _, OciResource _, ProxmoxResource _, TalosResource _, Gate _ -> false;
        };
    }

    private static boolean isSpent(ResourceId image, Collection<Standing> standing) {
        return any(standing, node -> switch (node) {
            case ImageUpload upload -> upload.image().id().equals(image);
            case ProxmoxImage proxmox -> proxmox.base().id().equals(image) && isSpent(proxmox.id(), standing);
            case BaseImage _, BuildPipeline _, Bucket _ -> false;
            case CustomImage _, ImageShapeEntry _, ImageCapabilitySchema _, PrebuiltImage _ -> false;
            case SetupResource _, OciResource _, ProxmoxResource _, TalosResource _, Gate _ -> false;
        });
    }

    private static boolean any(Collection<Standing> standing, Predicate<Node> what) {
        return standing.stream().map(Standing::node).anyMatch(what);
    }
}
