package dev.freehold.domain.preflight;

import dev.freehold.domain.allowance.Allowance;
import dev.freehold.domain.allowance.Allowance.Tenancy;
import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.TenancyFacts;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What speaks against a spec where drivers point, beside the amounts that the ledger adds up.
public final class TargetViolations {
    /// What is counted of A1 machines.
    private static final Map<LimitRule, String> OF_A1 = Map.of(
            LimitRule.A1_INSTANCES, "A1 instances",
            LimitRule.A1_OCPUS, "A1 OCPUs",
            LimitRule.A1_MEMORY, "GB of A1 memory");

    private TargetViolations() {}

    /// Every objection, not the first.
    ///
    /// @param usage of the whole blueprint of `spec`
    public static List<Violation> to(Spec spec, Allowance allowance, Usage usage, Stakes stakes, Look look) {
        var found = new ArrayList<Violation>();
        switch (look) {
            case Look.Denied(var words) ->
                found.add(violation(TargetRule.CREDENTIALS, "Oracle refused the credentials: " + words, "region"));
            case Look.Seen(var tenancy) -> region(spec, tenancy).ifPresent(found::add);
            case Look.Unneeded _, Look.Unseen _ -> {}
        }
        if (stakes == Stakes.REAL) {
            found.addAll(superseded(allowance, usage, look));
            found.addAll(Placeholders.in(spec));
        }
        return List.copyOf(found);
    }

    private static Optional<Violation> region(Spec spec, TenancyFacts tenancy) {
        if (spec.account().region().equals(tenancy.homeRegion())) {
            return Optional.empty();
        }
        var why = tenancy.regions().contains(spec.account().region())
                ? "is not this tenancy's home region"
                : "is no region that this tenancy is subscribed to";
        return Optional.of(violation(
                TargetRule.HOME_REGION,
                spec.account().region() + " " + why
                        + ". Oracle gives the free allowance in the home region alone, and takes"
                        + " quotas and budgets there alone. Write region: " + tenancy.homeRegion() + ".",
                "region"));
    }

    /// What the allowance of another day still granted and today's doesn't. A free tenancy's own limits may
    /// grant it still; a paying one's grant nothing: what lies above the allowance is billed there.
    private static List<Violation> superseded(Allowance allowance, Usage usage, Look look) {
        var successor = Allowances.successorOf(allowance);
        if (successor.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Violation>();
        for (var rule : LimitRule.COUNTED) {
            var used = usage.amount(rule);
            var granted = successor.get().limit(rule);
            if (granted.isEmpty() || used.compareTo(granted.get()) <= 0) {
                continue;
            }
            doubt(rule, allowance, look)
                    .ifPresent(doubt -> found.add(new Violation(
                            rule,
                            "The platform has " + used.toPlainString() + " " + things(rule) + "; " + allowance.id()
                                    + " granted that until " + allowance.until() + ", and Oracle grants "
                                    + granted.get().toPlainString() + " since. " + doubt + " Write allowance: "
                                    + successor.get().id() + ", and plan within it.",
                            used,
                            granted.get(),
                            "allowance")));
        }
        return found;
    }

    private static String things(LimitRule rule) {
        return OF_A1.getOrDefault(rule, rule.unit());
    }

    /// Why the tenancy's own limits can't be taken to grant what the allowance of today doesn't; empty where
    /// they do, or where the ledger refuses it by them.
    private static Optional<String> doubt(LimitRule rule, Allowance allowance, Look look) {
        if (!(look instanceof Look.Seen(var tenancy))) {
            return Optional.of("Whether this tenancy still has it could not be seen.");
        }
        if (tenancy.isPaying() && allowance.tenancy() == Tenancy.FREE) {
            return Optional.of("This tenancy pays: its limits are ceilings, and what lies below them is billed.");
        }
        // Oracle limits cores and memory; what the instances are counted by follows from those.
        var limited = rule == LimitRule.A1_INSTANCES ? LimitRule.A1_OCPUS : rule;
        return tenancy.limits().containsKey(limited)
                ? Optional.empty()
                : Optional.of("This tenancy's own limit of it could not be read.");
    }

    /// What whoever plans is told that is no objection, a sentence or a few each.
    public static List<String> remarks(Spec spec, Look look) {
        var remarks = new ArrayList<>(Exposure.remarks(spec));
        remarks.addAll(
                switch (look) {
                    case Look.Unneeded _, Look.Denied _ -> List.<String>of();
                    case Look.Unseen(var words) -> List.of("The tenancy was not looked at: " + words + ".");
                    case Look.Seen(var tenancy) -> micros(spec, tenancy);
                });
        return List.copyOf(remarks);
    }

    private static List<String> micros(Spec spec, TenancyFacts tenancy) {
        var micros = spec.nodes().stream()
                .filter(node -> node.size().shape() == NodeSpec.Shape.E2_1_MICRO)
                .map(NodeSpec::name)
                .toList();
        return micros.isEmpty() || tenancy.microDomains().size() != 1
                ? List.of()
                : List.of("E2.1.Micro is offered in " + tenancy.microDomains().getFirst() + " alone; there "
                        + String.join(" and ", micros) + " will be.");
    }

    private static Violation violation(TargetRule rule, String message, String path) {
        return new Violation(rule, message, BigDecimal.ONE, BigDecimal.ZERO, path);
    }
}
