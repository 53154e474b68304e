package dev.freehold.domain.plan;

import dev.freehold.domain.resource.ResourceId;

/// Something that stands in a layer that was not asked for, on something that this plan would take away.
///
/// @param standing what would be left standing on nothing
/// @param on what it stands on, itself to be removed or replaced (or an obstacle too)
public record LeftStanding(ResourceId standing, ResourceId on) {
    public String words() {
        return standing + " stands on " + on;
    }
}
