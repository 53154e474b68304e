package dev.freehold.lab.oracle.limit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Oracle's service limits by the kind of tenancy. Free ones: Oracle's Always Free page of the date in the kind's
/// name
/// (`standard-a1-*`, `standard-e2-micro-*`, 200 GB, two VCNs), and what free tenancies were seen to answer. A
/// paying tenancy's are ceilings, not entitlements; Oracle publishes none, so these are only large.
///
/// `custom-image-count` is on no page of Oracle's either (its page "Service Limits", read on 1 December 2026,
/// leaves the numbers to the Limits API). Free tenancies were seen with 0 (a tenancy in sa-saopaulo-1, 8 October
/// 2026) and with more; 25 and, for who pays, 100 are only above the three that Freehold needs.
public final class LimitCatalogue {
    private static final long UNLIMITED = 1000;

    private final List<String> domains;
    private final List<Limit> limits = new ArrayList<>();

    private LimitCatalogue(List<String> domains) {
        this.domains = domains;
    }

    /// @param allowance such as `always-free-2021`
    /// @param microDomain index of the one domain that has E2.1.Micro
    /// @throws IllegalArgumentException if no such kind is known
    public static List<Limit> of(String allowance, List<String> domains, int microDomain) {
        var catalogue = new LimitCatalogue(domains);
        switch (allowance) {
            case "always-free-2021" -> catalogue.free(4, 24, microDomain);
            case "always-free-2026-06" -> catalogue.free(2, 12, microDomain);
            case "payg-2026-10" -> catalogue.paying(microDomain);
            default ->
                throw new IllegalArgumentException("The lab knows no tenancy " + allowance
                        + "; it knows always-free-2021, always-free-2026-06 and payg-2026-10.");
        }
        return catalogue.limits;
    }

    private void free(long cores, long memory, int microDomain) {
        a1(cores, memory);
        micro(microDomain);
        e4(0);
        region("compute", "custom-image-count", 25);
        domain("block-storage", "total-free-storage-gb", 200);
        region("block-storage", "total-free-storage-gb-regional", 200);
        region("block-storage", "free-backup-count", 5);
        domain("block-storage", "total-storage-gb", 200);
        domain("block-storage", "volume-count", 20);
        region("block-storage", "backup-count", 5);
        network(2, 0, 2);
        loadBalancer(1, 10);
        region("object-storage", "storage-bytes", 20L << 30);
    }

    private void paying(int microDomain) {
        a1(80, 480);
        micro(microDomain);
        e4(100);
        region("compute", "custom-image-count", 100);
        domain("block-storage", "total-storage-gb", 30_000);
        domain("block-storage", "volume-count", 10_000);
        region("block-storage", "backup-count", 10_000);
        network(50, 10, 50);
        loadBalancer(50, 5_000);
        region("object-storage", "storage-bytes", 10L << 40);
    }

    private void a1(long cores, long memory) {
        domain("compute", "standard-a1-core-count", cores);
        domain("compute", "standard-a1-memory-count", memory);
        region("compute", "standard-a1-core-regional-count", cores);
        region("compute", "standard-a1-memory-regional-count", memory);
    }

    /// A shape that is free for nobody.
    private void e4(long cores) {
        domain("compute", "standard-e4-core-count", cores);
        domain("compute", "standard-e4-memory-count", 16 * cores);
    }

    private void micro(int microDomain) {
        var values = new LinkedHashMap<String, Long>();
        for (var i = 0; i < domains.size(); i++) {
            values.put(domains.get(i), i == microDomain ? 2L : 0L);
        }
        limits.add(new Limit("compute", "standard-e2-micro-core-count", Scope.AD, values));
    }

    private void network(long vcns, long natGateways, long reservedIps) {
        region("vcn", "vcn-count", vcns);
        region("vcn", "internet-gateway-count", Math.min(vcns, UNLIMITED));
        region("vcn", "nat-gateway-count", natGateways);
        region("vcn", "reserved-public-ip-count", reservedIps);
    }

    private void loadBalancer(long flexible, long mbps) {
        region("load-balancer", "lb-flexible-count", flexible);
        region("load-balancer", "lb-flexible-bandwidth-sum", mbps);
        region("load-balancer", "lb-10mbps-micro-count", 0);
        region("network-load-balancer-api", "max-nlb-flexible-count", 1);
    }

    private void region(String service, String name, long value) {
        limits.add(new Limit(service, name, Scope.REGION, Map.of("", value)));
    }

    private void domain(String service, String name, long value) {
        var values = new LinkedHashMap<String, Long>();
        domains.forEach(domain -> values.put(domain, value));
        limits.add(new Limit(service, name, Scope.AD, values));
    }
}
