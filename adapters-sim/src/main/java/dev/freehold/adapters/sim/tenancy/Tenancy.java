package dev.freehold.adapters.sim.tenancy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// An account on the simulated Oracle Cloud: what its service limits grant. They are the world's own and not
/// read from Freehold's allowances, so that a mistake there meets a refusal here.
///
/// Oracle publishes no `custom-image-count`: its page "Service Limits", read on 1 December 2026, leaves the numbers
/// to the Limits API. Free tenancies were seen with 0 and with more (direct.md 2.3); the numbers here are only
/// above the three images that Freehold needs, the smaller of the two for who does not pay.
///
/// @param name whose limits they are, for a person
public record Tenancy(String name, Map<TenancyLimit, Long> limits) {
    /// What a paying tenancy's ceilings come to: no number that a plan here could reach.
    private static final long ON_REQUEST = 1_000_000_000;

    private static final long TWENTY_GIB = 21_474_836_480L; // oci.md 2.10, storage-bytes

    public Tenancy {
        limits = Collections.unmodifiableMap(new EnumMap<>(limits));
    }

    /// The tenancy that was granted the allowance of that name.
    ///
    /// @param paying whether money may be spent there: then what money buys has no limit to speak of
    /// @throws IllegalArgumentException if no allowance has that name
    public static Tenancy granted(String allowance, boolean paying) {
        var name = allowance + (paying ? ", paying" : "");
        return switch (allowance) {
            case "always-free-2021" -> new Tenancy(name, limits(4, 24, 2, 2, paying));
            case "always-free-2026-06" -> new Tenancy(name, limits(2, 12, 2, 2, paying));
            // Above the allowance a paying tenancy gets a bill, no refusal; 50 of each were seen on one of them.
            case "payg-2026-10" -> new Tenancy(name, limits(4, 24, 50, 50, true));
            default -> throw new IllegalArgumentException("No simulated tenancy is known for " + allowance + ".");
        };
    }

    private static Map<TenancyLimit, Long> limits(
            long a1Cores, long a1Memory, long vcns, long reservedIps, boolean paying) {
        var limits = new EnumMap<TenancyLimit, Long>(TenancyLimit.class);
        for (var limit : TenancyLimit.values()) {
            limits.put(
                    limit,
                    switch (limit) {
                        case A1_CORES, A1_REGIONAL_CORES -> paying ? ON_REQUEST : a1Cores;
                        case A1_MEMORY, A1_REGIONAL_MEMORY -> paying ? ON_REQUEST : a1Memory;
                        case MICRO_CORES -> 2L;
                        case CUSTOM_IMAGES -> paying ? 100L : 25L;
                        case VOLUMES -> paying ? ON_REQUEST : 20L;
                        case STORAGE_GIGABYTES -> paying ? ON_REQUEST : 200L;
                        case VCNS -> vcns;
                        case RESERVED_PUBLIC_IPS -> reservedIps;
                        case LOAD_BALANCERS -> paying ? ON_REQUEST : 1L;
                        case LOAD_BALANCER_BANDWIDTH -> paying ? ON_REQUEST : 10L;
                        case OBJECT_BYTES -> paying ? ON_REQUEST * ON_REQUEST : TWENTY_GIB;
                    });
        }
        return limits;
    }

    /// How much of it may stand at once.
    public long limit(TenancyLimit limit) {
        var granted = limits.get(limit);
        return granted == null ? 0 : granted;
    }
}
