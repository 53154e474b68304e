package dev.freehold.engine.offender;

import dev.freehold.domain.resource.ImageResource.Bucket;
import dev.freehold.domain.resource.Node;

/// Switches over a sealed type and leaves most of it to `default`.
public final class LeavesAKindToDefault {
    private LeavesAKindToDefault() {}

    public static boolean isBucket(Node node) {
        return switch (node) {
            case Bucket _ -> true;
            default -> false;
        };
    }
}
