package dev.freehold.adapters.oci.governance;

import com.oracle.bmc.identity.requests.ListAvailabilityDomainsRequest;
import com.oracle.bmc.limits.requests.GetResourceAvailabilityRequest;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Waiting;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Does a quota policy act? A policy that was made may take up to ten minutes to (Oracle's words), and until then a
/// launch that it forbids passes. Limits' resourceAvailability says which quota holds in a compartment.
final class QuotaEffect {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Pattern SET =
            Pattern.compile("set ([a-z-]+) quotas? ([a-z0-9-]+) to ([0-9]+) in compartment \\S+");

    /// The quotas that are asked after, of those that policies here set, and whether each is counted by
    /// availability domain. One a family will do: a policy acts as a whole.
    private static final Map<String, Measure> MEASURES = Map.of(
            "standard-a1-core-count", new Measure("compute", true),
            "standard-e2-micro-core-count", new Measure("compute", true),
            "total-storage-gb", new Measure("block-storage", true),
            "storage-bytes", new Measure("object-storage", false));

    private record Measure(String service, boolean byDomain) {}

    private final Tenancy tenancy;

    QuotaEffect(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    void await(SetupResource.QuotaPolicy policy, Context context) throws InterruptedException {
        var compartment = tenancy.locations().requiredCompartment(policy.compartment(), context);
        var awaited = awaited(policy);
        if (awaited.isEmpty()) {
            return;
        }
        var domain = firstDomain();
        tenancy.waiting().until(context, "quota policy " + policy.name(), until(context), () -> {
            for (var quota : awaited.entrySet()) {
                var standing = standing(quota.getKey(), compartment, domain);
                boolean acts = standing.isEmpty()
                        || standing.get()
                                .effective()
                                // A policy of somebody else's may be stricter, and the strictest holds.
                                .filter(value -> value.compareTo(quota.getValue()) <= 0)
                                .isPresent();
                if (!acts) {
                    return Waiting.Sight.yet("not in force for " + quota.getKey());
                }
            }
            return Waiting.Sight.there(true);
        });
    }

    private static Instant until(Context context) {
        var longest = context.timeline().now().plus(LONGEST);
        return longest.isBefore(context.deadline()) ? longest : context.deadline();
    }

    private static Map<String, BigDecimal> awaited(SetupResource.QuotaPolicy policy) {
        var awaited = new LinkedHashMap<String, BigDecimal>();
        for (var statement : policy.statements()) {
            var set = SET.matcher(statement);
            if (set.matches() && MEASURES.containsKey(set.group(2))) {
                awaited.put(set.group(2), new BigDecimal(set.group(3)));
            }
        }
        return awaited;
    }

    /// What OCI says of a quota.
    ///
    /// @param effective empty while no policy acts on it
    private record Said(Optional<BigDecimal> effective) {}

    /// Empty for a limit of which OCI tells nothing here: one that the tenancy does not have.
    private Optional<Said> standing(String quota, String compartment, String domain) {
        var measure = MEASURES.get(quota);
        if (measure == null) {
            return Optional.empty();
        }
        var request = GetResourceAvailabilityRequest.builder()
                .serviceName(measure.service())
                .limitName(quota)
                .compartmentId(compartment);
        var placed = (measure.byDomain() ? request.availabilityDomain(domain) : request).build();
        return OciCalls.find(
                        "GetResourceAvailability",
                        () -> tenancy.clients()
                                .limits()
                                .getResourceAvailability(placed)
                                .getResourceAvailability())
                .map(there -> new Said(Optional.ofNullable(there.getEffectiveQuotaValue())));
    }

    private String firstDomain() {
        var domains = OciCalls.ask(
                "ListAvailabilityDomains",
                () -> tenancy.clients()
                        .identity()
                        .listAvailabilityDomains(ListAvailabilityDomainsRequest.builder()
                                .compartmentId(tenancy.clients().access().tenancy())
                                .build())
                        .getItems());
        return OciCalls.required("the availability domains", domains).stream()
                .map(domain -> OciCalls.required("the name of an availability domain", domain.getName()))
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Unforeseen("The region has no availability domain."));
    }
}
