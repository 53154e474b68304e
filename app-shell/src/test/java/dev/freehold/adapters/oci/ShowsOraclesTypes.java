package dev.freehold.adapters.oci;

import com.oracle.bmc.Region;

/// Breaks the rule that a vendor's types stay inside, on purpose: in the package that other modules may use.
public final class ShowsOraclesTypes {
    public String name(Region region) {
        return region.getRegionId();
    }
}
