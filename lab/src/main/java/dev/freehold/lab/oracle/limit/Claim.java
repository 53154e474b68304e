package dev.freehold.lab.oracle.limit;

import java.util.Map;

/// What a new resource would take.
///
/// @param availabilityDomain empty where it is in none
/// @param amounts by the limits' names, which are also the quotas'
public record Claim(String compartmentId, String availabilityDomain, Map<String, Long> amounts) {
    public Claim {
        amounts = Map.copyOf(amounts);
    }
}
