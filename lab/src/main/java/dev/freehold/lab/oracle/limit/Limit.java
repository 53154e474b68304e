package dev.freehold.lab.oracle.limit;

import java.util.Map;

/// One service limit.
///
/// @param service the API's name of the service, such as `compute`
/// @param name such as `standard-a1-core-count`
/// @param values by availability domain's name; of a limit that is of no domain, by the empty name
public record Limit(String service, String name, Scope scope, Map<String, Long> values) {
    public Limit {
        values = Map.copyOf(values);
    }

    /// @param availabilityDomain ignored where the limit is of none
    public long value(String availabilityDomain) {
        return values.getOrDefault(scope == Scope.AD ? availabilityDomain : "", 0L);
    }
}
