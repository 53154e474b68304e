package dev.freehold.engine.call;

import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.ProxmoxResource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import java.time.Duration;

/// How long one call may take before it counts as unanswered: several times what the reference timeline
/// expects, since a call that is cut off has to be looked after.
public final class Deadlines {
    private Deadlines() {}

    public static Duration of(Node node) {
        return switch (node) {
            case Gate gate -> gate.deadline();
            // Emulating arm64 makes a build of half an hour one of hours.
            case ImageResource.ImageBuild _ -> Duration.ofHours(6);
            // Gigabytes over a home connection, then OCI's own conversion.
            case ImageResource.ImageUpload _, ImageResource.CustomImage _ -> Duration.ofHours(4);
            case ImageResource _ -> Duration.ofHours(1);
            case SetupResource _, OciResource _ -> Duration.ofHours(1);
            case ProxmoxResource _, TalosResource _ -> Duration.ofHours(2);
        };
    }
}
