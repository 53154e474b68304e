package dev.freehold.lab.oracle.quota;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.limit.Limit;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.oracle.limit.Scope;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/// The Limits API 20190729: what Oracle grants, and what of it is left.
public final class LimitsApi implements Api {
    private static final String PREFIX = "/20190729";

    private final Limits limits;
    private final TenancyQuotas quotas;
    private final String tenancyId;
    private final List<String> domains;

    public LimitsApi(Limits limits, TenancyQuotas quotas, String tenancyId, List<String> domains) {
        this.limits = limits;
        this.quotas = quotas;
        this.tenancyId = tenancyId;
        this.domains = List.copyOf(domains);
    }

    @Override
    public void serve(Routes routes) {
        routes.get(PREFIX + "/services", this::services);
        routes.get(PREFIX + "/limitDefinitions", this::definitions);
        routes.get(PREFIX + "/limitValues", this::values);
        routes.get(PREFIX + "/services/{service}/limits/{limit}/resourceAvailability", this::availability);
    }

    private Reply services(Call call, Tx tx) {
        checkTenancy(call);
        return Replies.page(
                call,
                limits.all().stream()
                        .map(Limit::service)
                        .distinct()
                        .sorted()
                        .map(service -> Json.object()
                                .put("name", service)
                                .put("description", described(service))
                                .put("supportedSubscriptions", ""))
                        .toList());
    }

    private Reply definitions(Call call, Tx tx) {
        checkTenancy(call);
        return Replies.page(
                call,
                limits.all().stream()
                        .filter(limit -> call.admits("serviceName", limit.service()))
                        .filter(limit -> call.admits("name", limit.name()))
                        .map(this::definition)
                        .toList());
    }

    private ObjectNode definition(Limit limit) {
        return Json.object()
                .put("name", limit.name())
                .put("serviceName", limit.service())
                .put("description", described(limit.name()))
                .put("scopeType", limit.scope().name())
                .put("areQuotasSupported", QuotaNames.family(limit.name()).isPresent())
                .put("isResourceAvailabilitySupported", limits.isMeasured(limit.name()))
                .put("isDeprecated", false)
                .put("isEligibleForLimitIncrease", false)
                .put("isDynamic", false);
    }

    private static String described(String name) {
        var words = name.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Reply values(Call call, Tx tx) {
        checkTenancy(call);
        var service = call.requiredQuery("serviceName");
        var found = new ArrayList<ObjectNode>();
        for (var limit : limits.all()) {
            if (!limit.service().equals(service) || !call.admits("name", limit.name())) {
                continue;
            }
            if (!call.admits("scopeType", limit.scope().name())) {
                continue;
            }
            if (limit.scope() != Scope.AD) {
                if (call.query("availabilityDomain").isEmpty()) {
                    found.add(value(limit, ""));
                }
                continue;
            }
            domains.stream()
                    .filter(domain -> call.admits("availabilityDomain", domain))
                    .forEach(domain -> found.add(value(limit, domain)));
        }
        return Replies.page(call, found);
    }

    private static ObjectNode value(Limit limit, String domain) {
        var value = Json.object()
                .put("name", limit.name())
                .put("scopeType", limit.scope().name());
        if (!domain.isEmpty()) {
            value.put("availabilityDomain", domain);
        }
        return value.put("value", limit.value(domain));
    }

    private Reply availability(Call call, Tx tx) {
        var compartmentId = call.requiredQuery("compartmentId");
        var limit = limits.find(call.path("limit"))
                .filter(found -> found.service().equals(call.path("service")))
                .filter(found -> limits.isMeasured(found.name()))
                .orElseThrow(() -> new Refusal(
                        404, "NotFound", "Resource availability is not supported for " + call.path("limit")));
        var domain = domain(call, limit);
        long used = limits.used(tx, limit, domain);
        long available = limit.value(domain) - used;
        var answer = Json.object();
        var quota = quota(tx, limit, compartmentId, domain);
        if (quota.isPresent()) {
            available = Math.min(available, left(tx, limit, compartmentId, domain));
        }
        answer.put("used", used)
                .put("available", available)
                .put("fractionalUsage", (double) used)
                .put("fractionalAvailability", (double) available);
        quota.ifPresent(value -> answer.put("effectiveQuotaValue", value));
        return Replies.ok(answer);
    }

    private OptionalLong quota(Tx tx, Limit limit, String compartmentId, String domain) {
        return quotas.strictest(tx, limit.name(), compartmentId, domain).values().stream()
                .mapToLong(Long::longValue)
                .min();
    }

    private long left(Tx tx, Limit limit, String compartmentId, String domain) {
        return quotas.strictest(tx, limit.name(), compartmentId, domain).entrySet().stream()
                .mapToLong(quota -> quota.getValue() - quotas.used(tx, limits, limit.name(), quota.getKey(), domain))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private String domain(Call call, Limit limit) {
        var domain = call.query("availabilityDomain");
        if (limit.scope() == Scope.AD) {
            return domain.filter(domains::contains)
                    .orElseThrow(() -> Refusal.invalid("availabilityDomain must name a domain for " + limit.name()));
        }
        if (domain.isPresent()) {
            throw Refusal.invalid("availabilityDomain must not be given for " + limit.name());
        }
        return "";
    }

    private void checkTenancy(Call call) {
        if (!call.requiredQuery("compartmentId").equals(tenancyId)) {
            throw Refusal.invalid("compartmentId must be the tenancy's");
        }
    }
}
