package dev.freehold.domain.plan;

import dev.freehold.domain.resource.Claim;
import dev.freehold.domain.resource.ResourceId;

/// What a node can't be given, because another has it and this plan can't make it let go.
///
/// @param wantedBy who is to have it
/// @param holder who has it
/// @param why why it keeps it, as a sentence about `holder`
public record HeldClaim(Claim claim, ResourceId wantedBy, ResourceId holder, String why) {
    public String words() {
        return wantedBy + " is to have " + claim.words() + ", which " + holder + " has: " + why;
    }
}
