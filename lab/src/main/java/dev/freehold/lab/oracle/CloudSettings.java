package dev.freehold.lab.oracle;

import dev.freehold.lab.oracle.api.Quirks;
import java.util.Map;

/// What the emulated cloud's tenancy is, and how its services behave.
///
/// @param allowance the kind of tenancy: `always-free-2021`, `always-free-2026-06` or `payg-2026-10`
/// @param region the tenancy's home region
/// @param fullDomains by an availability domain's number, such as `AD-1`, or `*` for each: how many launches of A1
/// find no room there, in this process
public record CloudSettings(String allowance, String region, Quirks quirks, Map<String, Integer> fullDomains) {
    public CloudSettings {
        fullDomains = Map.copyOf(fullDomains);
    }

    public static CloudSettings of(String allowance, String region) {
        return new CloudSettings(allowance, region, Quirks.NONE, Map.of());
    }

    public CloudSettings withAllowance(String id) {
        return new CloudSettings(id, region, quirks, fullDomains);
    }

    public CloudSettings withRegion(String name) {
        return new CloudSettings(allowance, name, quirks, fullDomains);
    }

    public CloudSettings withQuirks(Quirks switches) {
        return new CloudSettings(allowance, region, switches, fullDomains);
    }

    public CloudSettings withFullDomains(Map<String, Integer> launchesRefused) {
        return new CloudSettings(allowance, region, quirks, launchesRefused);
    }
}
