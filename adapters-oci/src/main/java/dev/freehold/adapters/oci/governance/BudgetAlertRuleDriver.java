package dev.freehold.adapters.oci.governance;

import com.oracle.bmc.budget.model.AlertRuleSummary;
import com.oracle.bmc.budget.model.AlertType;
import com.oracle.bmc.budget.model.CreateAlertRuleDetails;
import com.oracle.bmc.budget.model.ThresholdType;
import com.oracle.bmc.budget.model.UpdateAlertRuleDetails;
import com.oracle.bmc.budget.requests.CreateAlertRuleRequest;
import com.oracle.bmc.budget.requests.DeleteAlertRuleRequest;
import com.oracle.bmc.budget.requests.GetBudgetRequest;
import com.oracle.bmc.budget.requests.ListAlertRulesRequest;
import com.oracle.bmc.budget.requests.UpdateAlertRuleRequest;
import com.oracle.bmc.budget.responses.ListAlertRulesResponse;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Inventory.Item;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// [SetupResource.BudgetAlertRule] on the Budgets API 20190111. The threshold is absolute, so that it stays when
/// the budget's amount changes.
public final class BudgetAlertRuleDriver implements KindDriver<SetupResource.BudgetAlertRule> {
    private final Tenancy tenancy;
    private final TaggedResources<AlertRuleSummary> tagged;

    public BudgetAlertRuleDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.tagged = new TaggedResources<>(
                "budget alert rule",
                tenancy,
                one -> new CommonFields(
                        one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags()));
    }

    @Override
    public Optional<Found<SetupResource.BudgetAlertRule>> find(SetupResource.BudgetAlertRule wanted, Context context)
            throws InterruptedException {
        var budget = tenancy.locations().ocid(wanted.budget(), context);
        if (budget.isEmpty()) {
            return Optional.empty();
        }
        Optional<AlertRuleSummary> there;
        try {
            there = tagged.find(wanted, context, () -> all(tenancy, budget.get()));
        } catch (Declined declined) {
            if (declined.reason() == Declined.Reason.ABSENT && isGone(budget.get())) {
                return Optional.empty();
            }
            throw declined;
        }
        return there.map(rule -> found(rule, budget.get(), wanted));
    }

    private Found<SetupResource.BudgetAlertRule> found(
            AlertRuleSummary rule, String budget, SetupResource.BudgetAlertRule wanted) {
        var ocid = tagged.ocid(rule);
        var actual = new SetupResource.BudgetAlertRule(
                wanted.name(),
                BudgetDriver.same(wanted.alert(), alert(rule, budget)),
                Objects.requireNonNullElse(rule.getRecipients(), ""),
                wanted.budget());
        return Found.ours(ocid, actual, new Identified(new Ocid(ocid)), Ownership.token(rule.getFreeformTags()));
    }

    /// Somebody may have made a percentage of it.
    private Usd alert(AlertRuleSummary rule, String budget) {
        var threshold = OciCalls.required("the threshold of " + rule.getId(), rule.getThreshold());
        if (rule.getThresholdType() != ThresholdType.Percentage) {
            return new Usd(threshold);
        }
        var amount = OciCalls.ask(
                "GetBudget",
                () -> tenancy.clients()
                        .budgets()
                        .getBudget(GetBudgetRequest.builder().budgetId(budget).build())
                        .getBudget()
                        .getAmount());
        return new Usd(OciCalls.required("the amount of " + budget, amount)
                .multiply(threshold)
                .movePointLeft(2)
                .setScale(4, RoundingMode.HALF_UP));
    }

    private boolean isGone(String budget) {
        return OciCalls.find(
                        "GetBudget",
                        () -> tenancy.clients()
                                .budgets()
                                .getBudget(GetBudgetRequest.builder()
                                        .budgetId(budget)
                                        .build()))
                .isEmpty();
    }

    public static List<AlertRuleSummary> all(Tenancy tenancy, String budget) {
        return Pages.all(
                "ListAlertRules",
                page -> tenancy.clients()
                        .budgets()
                        .listAlertRules(ListAlertRulesRequest.builder()
                                .budgetId(budget)
                                .page(page)
                                .build()),
                ListAlertRulesResponse::getItems,
                ListAlertRulesResponse::getOpcNextPage);
    }

    @Override
    public void make(SetupResource.BudgetAlertRule wanted, Token token, Context context) {
        var budget = tenancy.locations().requiredOcid(wanted.budget(), context);
        tagged.refuseClash(wanted, wanted.name(), all(tenancy, budget));
        var details = CreateAlertRuleDetails.builder()
                .type(AlertType.Actual)
                .threshold(wanted.alert().amount())
                .thresholdType(ThresholdType.Absolute)
                .recipients(wanted.email())
                .message("The platform " + tenancy.ownership().platform() + " has cost more than " + wanted.alert()
                        + " this month. Run " + NextCommand.validate("cost") + ".")
                .displayName(wanted.name())
                .freeformTags(tenancy.ownership().tags(wanted, token))
                .build();
        OciCalls.ask(
                "CreateAlertRule",
                () -> tenancy.clients()
                        .budgets()
                        .createAlertRule(CreateAlertRuleRequest.builder()
                                .budgetId(budget)
                                .createAlertRuleDetails(details)
                                .opcRetryToken(token.text())
                                .build()));
    }

    @Override
    public void change(
            Found<SetupResource.BudgetAlertRule> there, SetupResource.BudgetAlertRule wanted, Context context) {
        var budget = tenancy.locations().requiredOcid(wanted.budget(), context);
        var details = UpdateAlertRuleDetails.builder()
                .type(AlertType.Actual)
                .threshold(wanted.alert().amount())
                .thresholdType(ThresholdType.Absolute)
                .recipients(wanted.email())
                .build();
        OciCalls.ask(
                "UpdateAlertRule",
                () -> tenancy.clients()
                        .budgets()
                        .updateAlertRule(UpdateAlertRuleRequest.builder()
                                .budgetId(budget)
                                .alertRuleId(there.handle())
                                .updateAlertRuleDetails(details)
                                .build()));
    }

    @Override
    public void remove(
            Found<SetupResource.BudgetAlertRule> there, SetupResource.BudgetAlertRule gone, Context context) {
        var budget = tenancy.locations().requiredOcid(gone.budget(), context);
        OciCalls.ask(
                "DeleteAlertRule",
                () -> tenancy.clients()
                        .budgets()
                        .deleteAlertRule(DeleteAlertRuleRequest.builder()
                                .budgetId(budget)
                                .alertRuleId(there.handle())
                                .build()));
    }

    @Override
    public Listing listing() {
        return new Listing.Whole(this::ours);
    }

    /// Rules are listed by budget, and ours are on our own.
    private List<Item> ours() {
        return BudgetDriver.all(tenancy).stream()
                .filter(budget -> tenancy.ownership().isOurs(budget.getFreeformTags()))
                .map(budget -> OciCalls.required("the OCID of a budget", budget.getId()))
                .flatMap(budget -> tagged.ours(all(tenancy, budget)).stream())
                .toList();
    }
}
