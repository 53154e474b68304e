package dev.freehold.adapters.oci.governance;

import com.oracle.bmc.limits.model.CreateQuotaDetails;
import com.oracle.bmc.limits.model.Quota;
import com.oracle.bmc.limits.model.QuotaSummary;
import com.oracle.bmc.limits.model.UpdateQuotaDetails;
import com.oracle.bmc.limits.requests.CreateQuotaRequest;
import com.oracle.bmc.limits.requests.DeleteQuotaRequest;
import com.oracle.bmc.limits.requests.GetQuotaRequest;
import com.oracle.bmc.limits.requests.UpdateQuotaRequest;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.util.List;
import java.util.Optional;

/// [SetupResource.QuotaPolicy] on the Quotas API 20181025, in the tenancy. It is made once it acts: what comes
/// after it relies on it.
public final class QuotaPolicyDriver implements KindDriver<SetupResource.QuotaPolicy> {
    private final Tenancy tenancy;
    private final TaggedResources<QuotaSummary> tagged;
    private final QuotaEffect effect;

    public QuotaPolicyDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.effect = new QuotaEffect(tenancy);
        this.tagged = new TaggedResources<>(
                "quota policy",
                tenancy,
                one -> new CommonFields(one.getId(), one.getName(), one.getLifecycleState(), one.getFreeformTags()));
    }

    @Override
    public Optional<Found<SetupResource.QuotaPolicy>> find(SetupResource.QuotaPolicy wanted, Context context)
            throws InterruptedException {
        return tagged.find(wanted, context, this::list).flatMap(one -> {
            var ocid = tagged.ocid(one);
            return OciCalls.find("GetQuota", () -> get(ocid)).map(quota -> {
                var statements = OciCalls.required("the statements of " + ocid, quota.getStatements());
                var actual = new SetupResource.QuotaPolicy(wanted.name(), statements, wanted.compartment());
                return Found.ours(
                        ocid, actual, new Identified(new Ocid(ocid)), Ownership.token(quota.getFreeformTags()));
            });
        });
    }

    private List<QuotaSummary> list() {
        return tenancy.lists().quotas();
    }

    private Quota get(String ocid) {
        return tenancy.clients()
                .quotas()
                .getQuota(GetQuotaRequest.builder().quotaId(ocid).build())
                .getQuota();
    }

    @Override
    public void make(SetupResource.QuotaPolicy wanted, Token token, Context context) throws InterruptedException {
        tagged.refuseClash(wanted, wanted.name(), list());
        var details = CreateQuotaDetails.builder()
                .compartmentId(tenancy.clients().access().tenancy())
                .name(wanted.name())
                .description("Lets the compartment of the platform "
                        + tenancy.ownership().platform() + " hold nothing paid")
                .statements(wanted.statements())
                .freeformTags(tenancy.ownership().tags(wanted, token))
                .build();
        OciCalls.ask(
                "CreateQuota",
                () -> tenancy.clients()
                        .quotas()
                        .createQuota(CreateQuotaRequest.builder()
                                .createQuotaDetails(details)
                                .opcRetryToken(token.text())
                                .build()));
        effect.await(wanted, context);
    }

    @Override
    public void change(Found<SetupResource.QuotaPolicy> there, SetupResource.QuotaPolicy wanted, Context context)
            throws InterruptedException {
        OciCalls.ask(
                "UpdateQuota",
                () -> tenancy.clients()
                        .quotas()
                        .updateQuota(UpdateQuotaRequest.builder()
                                .quotaId(there.handle())
                                .updateQuotaDetails(UpdateQuotaDetails.builder()
                                        .statements(wanted.statements())
                                        .build())
                                .build()));
        effect.await(wanted, context);
    }

    @Override
    public void remove(Found<SetupResource.QuotaPolicy> there, SetupResource.QuotaPolicy gone, Context context) {
        OciCalls.ask(
                "DeleteQuota",
                () -> tenancy.clients()
                        .quotas()
                        .deleteQuota(DeleteQuotaRequest.builder()
                                .quotaId(there.handle())
                                .build()));
    }

    @Override
    public Listing listing() {
        return new Listing.Whole(() -> tagged.ours(list()));
    }
}
