package dev.freehold.validation;

import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.SetupResource.Budget;
import dev.freehold.domain.resource.SetupResource.BudgetAlertRule;
import dev.freehold.domain.resource.SetupResource.QuotaPolicy;
import dev.freehold.ports.probe.BillingFacts;
import dev.freehold.ports.probe.KubernetesFacts;
import dev.freehold.ports.probe.ObservabilityFacts;
import dev.freehold.ports.probe.Probe;
import java.util.ArrayList;
import java.util.List;

/// The month has cost no more than was accepted, the guards against a bill are in force, and telemetry stays
/// within Grafana Cloud's free plan.
final class CostCheck implements Check {
    private final Probe<BillingFacts> billing;
    private final Probe<ObservabilityFacts> observability;
    private final Probe<KubernetesFacts> kubernetes;

    CostCheck(Probe<BillingFacts> billing, Probe<ObservabilityFacts> observability, Probe<KubernetesFacts> kubernetes) {
        this.billing = billing;
        this.observability = observability;
        this.kubernetes = kubernetes;
    }

    @Override
    public List<Finding> findings(Wanted wanted) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        var bill = billing.read();
        if (bill.isEmpty()) {
            findings.add(Finding.missing("the guards against a bill", "a quota policy and a budget's alert"));
        } else {
            bill(wanted, bill.get(), findings);
        }
        telemetry(wanted, findings);
        return findings;
    }

    private static void bill(Wanted wanted, BillingFacts facts, List<Finding> findings) {
        var accepted = wanted.spec().account().acceptUsdPerMonth();
        var total = facts.costs().stream().map(BillingFacts.Cost::amount).reduce(Usd.ZERO, Usd::plus);
        findings.add(
                facts.counted()
                        ? Finding.that(
                                total.compareTo(accepted) <= 0,
                                "cost of this month",
                                "at most " + accepted,
                                named(total, facts))
                        : Finding.warning(
                                "cost of this month",
                                "at most " + accepted,
                                "not counted yet: Oracle's figures come hours later, up to a day"));
        if (!wanted.all(Budget.class).isEmpty()) {
            findings.add(Finding.same(
                    "budget",
                    "ACTIVE",
                    facts.budget().map(BillingFacts.Budget::state).orElse("none")));
        }
        for (var rule : wanted.all(BudgetAlertRule.class)) {
            var wants = rule.alert() + " to " + rule.email();
            var has = facts.alert().map(alert -> alert.at() + " to " + alert.email());
            findings.add(Finding.same("budget's alert", wants, has.orElse("none")));
        }
        for (var policy : wanted.all(QuotaPolicy.class)) {
            findings.add(Finding.same("quota statements in force", policy.statements(), facts.quotas()));
        }
    }

    private static String named(Usd total, BillingFacts facts) {
        var services = facts.costs().stream()
                .filter(cost -> cost.amount().compareTo(Usd.ZERO) > 0)
                .map(cost -> cost.service() + " " + cost.amount())
                .toList();
        return services.isEmpty() ? total.toString() : total + " (" + String.join(", ", services) + ")";
    }

    private void telemetry(Wanted wanted, List<Finding> findings) throws InterruptedException {
        if (!wanted.spec().cluster().apps().contains("alloy")) {
            findings.add(Finding.skipped("Grafana Cloud's free plan", "alloy is not among the apps"));
            return;
        }
        var read = observability.read();
        if (read.isEmpty()) {
            findings.add(
                    kubernetes.read().isEmpty()
                            ? Finding.skipped("Grafana Cloud's free plan", "no cluster stands that could send anything")
                            : Finding.missing("telemetry in Grafana Cloud", "some, within the free plan"));
            return;
        }
        for (var use : read.get().uses()) {
            findings.add(Finding.that(
                    use.used() <= use.limit(),
                    "Grafana Cloud: " + use.what(),
                    "at most " + use.limit() + " " + use.unit(),
                    use.used() + " " + use.unit()));
        }
    }
}
