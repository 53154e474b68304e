package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.limits.model.LimitValueSummary;
import com.oracle.bmc.limits.requests.ListLimitValuesRequest;
import com.oracle.bmc.limits.responses.ListLimitValuesResponse;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.ServiceLimit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tenancy's own service limits (ListLimitValues of the Limits API 20190729), as rules of the domain.
public final class ServiceLimits {
    private static final String MICRO_CORES = "standard-e2-micro-core-count";
    private static final BigDecimal BYTES_OF_A_GIGABYTE = BigDecimal.valueOf(1L << 30);

    /// Where each rule's limit stands. Where several names are given, the first that the tenancy has counts;
    /// the regional ones come first, for they bound what all domains have together.
    private enum Source {
        OCPUS(LimitRule.A1_OCPUS, "standard-a1-core-regional-count", "standard-a1-core-count"),
        MEMORY(LimitRule.A1_MEMORY, "standard-a1-memory-regional-count", "standard-a1-memory-count"),
        MICROS(LimitRule.MICRO_INSTANCES, MICRO_CORES),
        BLOCK(LimitRule.BLOCK_STORAGE, "total-storage-gb", "total-free-storage-gb"),
        VCNS(LimitRule.VCNS, "vcn-count"),
        ADDRESSES(LimitRule.RESERVED_IPS, "reserved-public-ip-count"),
        OBJECTS(LimitRule.OBJECT_STORAGE, "storage-bytes"),
        BALANCERS(LimitRule.LOAD_BALANCERS, "lb-flexible-count"),
        BANDWIDTH(LimitRule.LOAD_BALANCER_BANDWIDTH, "lb-flexible-bandwidth-sum");

        private final LimitRule rule;
        private final List<String> names;

        Source(LimitRule rule, String... names) {
            this.rule = rule;
            this.names = List.of(names);
        }
    }

    private ServiceLimits() {}

    /// What a service limits, one value an availability domain where the limit is one of each.
    public static List<LimitValueSummary> of(String service, OciClients clients) {
        return Pages.all(
                "ListLimitValues",
                page -> clients.limits()
                        .listLimitValues(ListLimitValuesRequest.builder()
                                .compartmentId(clients.access().tenancy())
                                .serviceName(service)
                                .page(page)
                                .build()),
                ListLimitValuesResponse::getItems,
                ListLimitValuesResponse::getOpcNextPage);
    }

    /// Those of `values` that a rule of the domain is about.
    static Map<LimitRule, ServiceLimit> byRule(List<LimitValueSummary> values) {
        var found = new EnumMap<LimitRule, ServiceLimit>(LimitRule.class);
        for (var source : Source.values()) {
            limit(source, values).ifPresent(limit -> found.put(source.rule, limit));
        }
        return found;
    }

    /// What a limit of each domain allows in one of them is what counts: how many domains there are to spread
    /// over says nothing of a platform whose hosts may come to lie in the same.
    private static Optional<ServiceLimit> limit(Source source, List<LimitValueSummary> values) {
        for (var name : source.names) {
            var most = values.stream()
                    .filter(value -> name.equals(value.getName()))
                    .map(value -> OciCalls.required("the value of the limit " + name, value.getValue()))
                    .max(Comparator.naturalOrder());
            if (most.isPresent()) {
                return Optional.of(new ServiceLimit(source.rule, amount(source.rule, most.get()), name));
            }
        }
        return Optional.empty();
    }

    private static BigDecimal amount(LimitRule rule, long value) {
        var exact = BigDecimal.valueOf(Math.max(0, value));
        if (rule != LimitRule.OBJECT_STORAGE) {
            return exact;
        }
        var plain = exact.divide(BYTES_OF_A_GIGABYTE, MathContext.DECIMAL64).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /// The availability domains in which the tenancy may have micros: in a free tenancy one of the region's.
    public static List<String> microDomains(List<LimitValueSummary> values) {
        return values.stream()
                .filter(limit -> MICRO_CORES.equals(limit.getName()))
                .filter(limit -> limit.getValue() != null && limit.getValue() > 0)
                .map(limit ->
                        OciCalls.required("the domain of the limit " + MICRO_CORES, limit.getAvailabilityDomain()))
                .distinct()
                .sorted()
                .toList();
    }
}
