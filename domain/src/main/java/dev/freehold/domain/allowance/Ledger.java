package dev.freehold.domain.allowance;

import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.NodeSpec;
import dev.freehold.domain.spec.Spec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What a spec uses, held against an allowance: every violation, not the first.
///
/// Above a limit there is a bill in a paying tenancy, and a spec that accepts some dollars a month says it has
/// one. If the month's forecast is within what it accepts, what money covers is accepted and said; what it
/// doesn't cover stays a violation.
///
/// The allowance is the tenancy's: what others use in it is not left to the platform. And whatever is granted
/// or paid for, nothing goes above the tenancy's own service limits.
public final class Ledger {
    private final Allowance allowance;
    private final Usage usage;
    private final Usd accept;
    private final TenancyFacts tenancy;
    private final Allowance left;
    private final Usage granted;
    private final Usage quicklyAllowed;
    private final Forecast forecast;
    private final List<Violation> violations;
    private final List<Violation> accepted;

    private Ledger(Allowance allowance, Usage usage, Usd accept, TenancyFacts tenancy, List<Violation> ofNodes) {
        this.allowance = allowance;
        this.usage = usage;
        this.accept = accept;
        this.tenancy = tenancy;
        this.left = allowance.less(tenancy.others());
        this.granted = Usage.granted(left).orLessOf(Usage.room(tenancy));
        this.forecast = Forecast.of(usage, left);
        var refused = new ArrayList<Violation>();
        var covered = new ArrayList<Violation>();
        judge(usage, forecast, refused, covered);
        refused.addAll(ofNodes);
        this.violations = List.copyOf(refused);
        this.accepted = List.copyOf(covered);
        // Whatever lies within what was accepted as a whole can't cost more than it.
        this.quicklyAllowed = violations.isEmpty() ? granted.orMoreOf(usage) : granted;
    }

    /// @param usage of the whole blueprint of `spec`
    public static Ledger of(Spec spec, Allowance allowance, Usage usage) {
        return of(spec, allowance, usage, TenancyFacts.UNKNOWN);
    }

    /// @param usage of the whole blueprint of `spec`
    /// @param tenancy where it is to stand
    public static Ledger of(Spec spec, Allowance allowance, Usage usage, TenancyFacts tenancy) {
        return new Ledger(
                allowance, usage, spec.account().acceptUsdPerMonth(), tenancy, nodeViolations(spec, allowance));
    }

    /// One limit and what is used of it.
    public record Line(LimitRule rule, BigDecimal used, BigDecimal limit, String unit) {}

    public Allowance allowance() {
        return allowance;
    }

    public Usage usage() {
        return usage;
    }

    public Forecast forecast() {
        return forecast;
    }

    /// What may not be, whatever is accepted. Empty: the spec is allowed.
    public List<Violation> violations() {
        return violations;
    }

    /// What lies above the allowance and is covered by what the spec accepts a month.
    public List<Violation> accepted() {
        return accepted;
    }

    /// Every limit of the allowance that is a ceiling, and what the whole tenancy uses of it, in the order of
    /// the rules.
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        var all = usage.plus(tenancy.others());
        for (var limit : allowance.limits().values()) {
            var rule = limit.rule();
            if (rule.scope() != LimitRule.Scope.OF_EACH_NODE) {
                lines.add(new Line(rule, all.asLimited(rule), limit.amount(), rule.unit()));
            }
        }
        return List.copyOf(lines);
    }

    /// May this much stand at once, at any instant of a plan?
    public boolean allows(Usage standing) {
        return !standing.exceeds(quicklyAllowed) || refusals(standing).isEmpty();
    }

    /// Why this much may not stand at once; empty if it may.
    public List<Violation> refusals(Usage standing) {
        var refused = new ArrayList<Violation>();
        judge(standing, Forecast.of(standing, left), refused, new ArrayList<>());
        return List.copyOf(refused);
    }

    private void judge(Usage standing, Forecast month, List<Violation> refused, List<Violation> covered) {
        if (!standing.exceeds(granted)) {
            return;
        }
        var words = new LimitWords(allowance, accept, month.usdPerMonth(), tenancy);
        boolean paid = accept.amount().signum() > 0 && month.usdPerMonth().compareTo(accept) <= 0;
        for (var rule : LimitRule.COUNTED) {
            var used = standing.amount(rule);
            var free = left.limit(rule).filter(limit -> used.compareTo(limit) > 0);
            var room = tenancy.room(rule).filter(limit -> used.compareTo(limit) > 0);
            boolean covers = paid && rule.isCoveredByMoney();
            boolean isFreeTighter =
                    free.isPresent() && room.isPresent() && free.get().compareTo(room.get()) < 0;
            if (room.isPresent() && (covers || !isFreeTighter)) {
                refused.add(words.noRoom(rule, used, room.get()));
            } else if (free.isPresent()) {
                if (covers) {
                    covered.add(words.accepted(rule, used, free.get()));
                } else {
                    refused.add(words.refused(rule, used, free.get()));
                }
            }
        }
    }

    private static List<Violation> nodeViolations(Spec spec, Allowance allowance) {
        var minimum = allowance.limit(LimitRule.BOOT_VOLUME_MINIMUM).orElse(BigDecimal.ZERO);
        var violations = new ArrayList<Violation>();
        int at = 0;
        for (var node : spec.nodes()) {
            boolean whole =
                    node.size().ocpus().isWhole() && node.size().ocpus().count().signum() > 0;
            if (node.size().shape() == NodeSpec.Shape.A1_FLEX && !whole) {
                violations.add(NodeWords.fraction(node, at));
            }
            if (node.size().bootVolume().count().compareTo(minimum) < 0) {
                violations.add(NodeWords.smallBootVolume(node, at, minimum));
            }
            at++;
        }
        return violations;
    }
}
