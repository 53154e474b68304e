package dev.freehold.domain.preflight;

import dev.freehold.domain.allowance.TenancyFacts;

/// What came of looking at a tenancy before planning.
public sealed interface Look {

    /// There is no tenancy to look at.
    record Unneeded() implements Look {}

    record Seen(TenancyFacts tenancy) implements Look {}

    /// Oracle doesn't know who asks.
    ///
    /// @param words Oracle's, and what to do
    record Denied(String words) implements Look {}

    /// Nothing could be seen, or not yet.
    ///
    /// @param words why, as a clause: `no OCI configuration is there yet`
    record Unseen(String words) implements Look {}
}
