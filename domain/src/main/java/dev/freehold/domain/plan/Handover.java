package dev.freehold.domain.plan;

import dev.freehold.domain.resource.Claim;

/// Something that one node has and another is to have.
///
/// @param taker who is to have it, by its number in what is wanted
/// @param holder who has it, or may have it, by its number in what stands
record Handover(Claim claim, int taker, int holder) {}
