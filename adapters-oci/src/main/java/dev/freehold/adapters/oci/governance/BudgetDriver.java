package dev.freehold.adapters.oci.governance;

import com.oracle.bmc.budget.model.BudgetSummary;
import com.oracle.bmc.budget.model.CreateBudgetDetails;
import com.oracle.bmc.budget.model.ResetPeriod;
import com.oracle.bmc.budget.model.TargetType;
import com.oracle.bmc.budget.model.UpdateBudgetDetails;
import com.oracle.bmc.budget.requests.CreateBudgetRequest;
import com.oracle.bmc.budget.requests.DeleteBudgetRequest;
import com.oracle.bmc.budget.requests.ListBudgetsRequest;
import com.oracle.bmc.budget.requests.UpdateBudgetRequest;
import com.oracle.bmc.budget.responses.ListBudgetsResponse;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.util.List;
import java.util.Optional;

/// [SetupResource.Budget] on the Budgets API 20190111: it lies in the tenancy and watches the compartment.
public final class BudgetDriver implements KindDriver<SetupResource.Budget> {
    private final Tenancy tenancy;
    private final TaggedResources<BudgetSummary> tagged;

    public BudgetDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.tagged = new TaggedResources<>(
                "budget",
                tenancy,
                one -> new CommonFields(
                        one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags()));
    }

    @Override
    public Optional<Found<SetupResource.Budget>> find(SetupResource.Budget wanted, Context context)
            throws InterruptedException {
        return tagged.find(wanted, context, () -> all(tenancy)).map(one -> {
            var ocid = tagged.ocid(one);
            var amount = new Usd(OciCalls.required("the amount of the budget " + ocid, one.getAmount()));
            var actual = new SetupResource.Budget(wanted.name(), same(wanted.amount(), amount), wanted.compartment());
            return Found.ours(ocid, actual, new Identified(new Ocid(ocid)), Ownership.token(one.getFreeformTags()));
        });
    }

    /// 1 and 1.0 are one amount.
    static Usd same(Usd wanted, Usd there) {
        return wanted.compareTo(there) == 0 ? wanted : there;
    }

    /// Every budget of the tenancy, whatever it watches.
    public static List<BudgetSummary> all(Tenancy tenancy) {
        return Pages.all(
                "ListBudgets",
                page -> tenancy.clients()
                        .budgets()
                        .listBudgets(ListBudgetsRequest.builder()
                                .compartmentId(tenancy.clients().access().tenancy())
                                .targetType(ListBudgetsRequest.TargetType.All)
                                .page(page)
                                .build()),
                ListBudgetsResponse::getItems,
                ListBudgetsResponse::getOpcNextPage);
    }

    @Override
    public void make(SetupResource.Budget wanted, Token token, Context context) {
        var compartment = tenancy.locations().requiredCompartment(wanted.compartment(), context);
        tagged.refuseClash(wanted, wanted.name(), all(tenancy));
        var details = CreateBudgetDetails.builder()
                .compartmentId(tenancy.clients().access().tenancy())
                .targetType(TargetType.Compartment)
                .targets(List.of(compartment))
                .amount(wanted.amount().amount())
                .resetPeriod(ResetPeriod.Monthly)
                .displayName(wanted.name())
                .description("What the platform " + tenancy.ownership().platform() + " may cost a month")
                .freeformTags(tenancy.ownership().tags(wanted, token))
                .build();
        OciCalls.ask(
                "CreateBudget",
                () -> tenancy.clients()
                        .budgets()
                        .createBudget(CreateBudgetRequest.builder()
                                .createBudgetDetails(details)
                                .opcRetryToken(token.text())
                                .build()));
    }

    @Override
    public void change(Found<SetupResource.Budget> there, SetupResource.Budget wanted, Context context) {
        OciCalls.ask(
                "UpdateBudget",
                () -> tenancy.clients()
                        .budgets()
                        .updateBudget(UpdateBudgetRequest.builder()
                                .budgetId(there.handle())
                                .updateBudgetDetails(UpdateBudgetDetails.builder()
                                        .amount(wanted.amount().amount())
                                        .build())
                                .build()));
    }

    @Override
    public void remove(Found<SetupResource.Budget> there, SetupResource.Budget gone, Context context) {
        OciCalls.ask(
                "DeleteBudget",
                () -> tenancy.clients()
                        .budgets()
                        .deleteBudget(DeleteBudgetRequest.builder()
                                .budgetId(there.handle())
                                .build()));
    }

    @Override
    public Listing listing() {
        return new Listing.Whole(() -> tagged.ours(all(tenancy)));
    }
}
