package dev.freehold.adapters.oci.survey;

import com.oracle.bmc.budget.model.AlertRuleSummary;
import com.oracle.bmc.budget.model.BudgetSummary;
import com.oracle.bmc.budget.model.ThresholdType;
import com.oracle.bmc.limits.model.QuotaSummary;
import com.oracle.bmc.limits.requests.GetQuotaRequest;
import com.oracle.bmc.usageapi.model.RequestSummarizedUsagesDetails;
import com.oracle.bmc.usageapi.model.UsageSummary;
import com.oracle.bmc.usageapi.requests.RequestSummarizedUsagesRequest;
import com.oracle.bmc.usageapi.responses.RequestSummarizedUsagesResponse;
import dev.freehold.adapters.oci.governance.BudgetAlertRuleDriver;
import dev.freehold.adapters.oci.governance.BudgetDriver;
import dev.freehold.adapters.oci.ownership.Lifecycle;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.ports.probe.BillingFacts;
import dev.freehold.ports.time.Timeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// What the tenancy has cost this month by the Usage API 20200107, which lags by hours, and the platform's own
/// budget and quota policy.
public final class BillReading {
    private final Tenancy tenancy;
    private final Timeline timeline;

    public BillReading(Tenancy tenancy, Timeline timeline) {
        this.tenancy = tenancy;
        this.timeline = timeline;
    }

    public Optional<BillingFacts> facts() {
        var budget = BudgetDriver.all(tenancy).stream()
                .filter(one -> tenancy.ownership().isOurs(one.getFreeformTags()))
                .findFirst();
        var quotas = statements();
        if (budget.isEmpty() && quotas.isEmpty()) {
            return Optional.empty();
        }
        var rows = rows();
        return Optional.of(new BillingFacts(
                costs(rows), !rows.isEmpty(), budget.map(BillReading::budget), budget.flatMap(this::alert), quotas));
    }

    private static BillingFacts.Budget budget(BudgetSummary one) {
        return new BillingFacts.Budget(
                Lifecycle.word("The budget " + one.getId(), one.getLifecycleState()),
                Optional.ofNullable(one.getActualSpend()).map(BillReading::dollars));
    }

    private Optional<BillingFacts.Alert> alert(BudgetSummary budget) {
        return BudgetAlertRuleDriver.all(tenancy, budget.getId()).stream()
                .filter(one -> tenancy.ownership().isOurs(one.getFreeformTags()))
                .findFirst()
                .map(rule -> new BillingFacts.Alert(
                        threshold(rule, budget), Objects.requireNonNullElse(rule.getRecipients(), "nobody")));
    }

    private static Usd threshold(AlertRuleSummary rule, BudgetSummary budget) {
        var threshold = OciCalls.required("the threshold of " + rule.getId(), rule.getThreshold());
        if (rule.getThresholdType() != ThresholdType.Percentage) {
            return dollars(threshold);
        }
        var amount = OciCalls.required("the amount of the budget " + budget.getId(), budget.getAmount());
        return dollars(amount.multiply(threshold).movePointLeft(2));
    }

    /// Of our own policies; between policies the strictest wins, so others can only lower what these say.
    private List<String> statements() {
        return tenancy.lists().quotas().stream()
                .filter(one -> tenancy.ownership().isOurs(one.getFreeformTags()))
                .flatMap(one -> statements(one).stream())
                .toList();
    }

    private List<String> statements(QuotaSummary one) {
        return OciCalls.find(
                        "GetQuota",
                        () -> tenancy.clients()
                                .quotas()
                                .getQuota(GetQuotaRequest.builder()
                                        .quotaId(one.getId())
                                        .build())
                                .getQuota())
                .map(quota -> OciCalls.required("the statements of " + one.getId(), quota.getStatements()))
                .orElse(List.of());
    }

    /// From the first of this month to the end of today, both at midnight UTC as the API wants them.
    private List<UsageSummary> rows() {
        var today = timeline.now().atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        var details = RequestSummarizedUsagesDetails.builder()
                .tenantId(tenancy.clients().access().tenancy())
                .timeUsageStarted(
                        date(today.with(TemporalAdjusters.firstDayOfMonth()).toInstant()))
                .timeUsageEnded(date(today.plusDays(1).toInstant()))
                .granularity(RequestSummarizedUsagesDetails.Granularity.Daily)
                .queryType(RequestSummarizedUsagesDetails.QueryType.Cost)
                .groupBy(List.of("service"))
                .build();
        return Pages.all(
                        "RequestSummarizedUsages",
                        page -> tenancy.clients()
                                .usage()
                                .requestSummarizedUsages(RequestSummarizedUsagesRequest.builder()
                                        .requestSummarizedUsagesDetails(details)
                                        .page(page)
                                        .build()),
                        (RequestSummarizedUsagesResponse answer) -> OciCalls.required(
                                        "the figures of the month", answer.getUsageAggregation())
                                .getItems(),
                        RequestSummarizedUsagesResponse::getOpcNextPage)
                .stream()
                .filter(row -> !Boolean.TRUE.equals(row.getIsForecast()))
                .toList();
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }

    /// A service in another currency than dollars is named with it, its amount taken as it is: any is too much.
    private static List<BillingFacts.Cost> costs(List<UsageSummary> rows) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (var row : rows) {
            var service = Objects.requireNonNullElse(row.getService(), "a service without a name");
            var currency = row.getCurrency() == null ? "" : row.getCurrency().strip();
            var label = currency.isEmpty() || currency.equals("USD") ? service : service + " in " + currency;
            sums.merge(label, Objects.requireNonNullElse(row.getComputedAmount(), BigDecimal.ZERO), BigDecimal::add);
        }
        return sums.entrySet().stream()
                .map(sum -> new BillingFacts.Cost(sum.getKey(), dollars(sum.getValue())))
                .toList();
    }

    /// A credit is no cost.
    private static Usd dollars(BigDecimal amount) {
        return new Usd(amount.max(BigDecimal.ZERO));
    }
}
