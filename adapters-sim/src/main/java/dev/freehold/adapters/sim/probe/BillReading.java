package dev.freehold.adapters.sim.probe;

import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.domain.allowance.Allowance;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.resource.TalosResource;
import dev.freehold.ports.probe.BillingFacts;
import dev.freehold.ports.probe.ObservabilityFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the bill and Grafana Cloud's usage page would show.
final class BillReading {
    /// Grafana Cloud's free plan: 10,000 active series, 50 GB of logs and 50 GB of traces a month (its
    /// pricing page, 2026).
    private static final long FREE_SERIES = 10_000;

    private static final long FREE_GIGABYTES = 50;

    /// What one Kubernetes node sends with Alloy's default scrape of kubelet, cAdvisor and node exporter: an
    /// estimate.
    private static final long SERIES_A_NODE = 1_800;

    private static final long LOGS_A_NODE_IN_GIGABYTES = 3;

    private BillReading() {}

    static Optional<BillingFacts> billing(SimWorld world, Allowance allowance) {
        var quotas = world.all(SetupResource.QuotaPolicy.class).stream()
                .flatMap(policy -> policy.statements().stream())
                .toList();
        var alert = world.all(SetupResource.BudgetAlertRule.class).stream()
                .findFirst()
                .map(rule -> new BillingFacts.Alert(rule.alert(), rule.email()));
        if (world.isEmpty()) {
            return Optional.empty();
        }
        var budget = world.all(SetupResource.Budget.class).stream()
                .findFirst()
                .map(_ -> new BillingFacts.Budget("ACTIVE", Optional.empty()));
        return Optional.of(new BillingFacts(costs(world, allowance), true, budget, alert, quotas));
    }

    /// A whole month of what stands now: a simulated month has no history to add up.
    private static List<BillingFacts.Cost> costs(SimWorld world, Allowance allowance) {
        return Arrays.stream(ListPrice.values())
                .map(price -> new BillingFacts.Cost(price.service(), price.aMonth(world, allowance.id())))
                .toList();
    }

    static Optional<ObservabilityFacts> observability(SimWorld world) {
        long nodes = world.all(TalosResource.AppliedConfiguration.class).size();
        boolean sends = world.all(SetupResource.FluxRepository.class).stream()
                .anyMatch(repository -> repository.apps().contains("alloy"));
        if (nodes == 0 || !sends) {
            return Optional.empty();
        }
        return Optional.of(new ObservabilityFacts(List.of(
                new ObservabilityFacts.Use("metrics", nodes * SERIES_A_NODE, FREE_SERIES, "active series"),
                new ObservabilityFacts.Use("logs", nodes * LOGS_A_NODE_IN_GIGABYTES, FREE_GIGABYTES, "GB a month"),
                new ObservabilityFacts.Use("traces", 0, FREE_GIGABYTES, "GB a month"))));
    }
}
