package dev.freehold.lab.oracle.limit;

import dev.freehold.lab.world.Tx;
import java.util.List;

/// The tenancy's own policies on what it may hold.
public interface QuotaPolicies {
    QuotaPolicies NONE = (_, _, _) -> List.of();

    /// Names of the quotas that `claim` would exceed beside what stands, as [Limits#used] measures it.
    List<String> exceeded(Tx tx, Claim claim, Limits limits);
}
