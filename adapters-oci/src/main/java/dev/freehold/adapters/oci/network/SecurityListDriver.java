package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.CreateSecurityListDetails;
import com.oracle.bmc.core.model.EgressSecurityRule;
import com.oracle.bmc.core.model.IngressSecurityRule;
import com.oracle.bmc.core.model.SecurityList;
import com.oracle.bmc.core.model.UpdateSecurityListDetails;
import com.oracle.bmc.core.requests.CreateSecurityListRequest;
import com.oracle.bmc.core.requests.DeleteSecurityListRequest;
import com.oracle.bmc.core.requests.GetSecurityListRequest;
import com.oracle.bmc.core.requests.ListSecurityListsRequest;
import com.oracle.bmc.core.requests.UpdateSecurityListRequest;
import com.oracle.bmc.core.responses.ListSecurityListsResponse;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.OciResource.SecurityRule.Direction;
import dev.freehold.domain.resource.Ref;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Found;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [OciResource.SecurityList] on the Core API 20160918. A change replaces all rules at once.
public record SecurityListDriver(Tenancy tenancy, TaggedResources<SecurityList> tagged)
        implements VcnPartDriver<OciResource.SecurityList, SecurityList> {

    public SecurityListDriver(Tenancy tenancy) {
        this(
                tenancy,
                new TaggedResources<>(
                        "security list",
                        tenancy,
                        one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())));
    }

    @Override
    public Ref<OciResource.Vcn> vcn(OciResource.SecurityList resource) {
        return resource.vcn();
    }

    @Override
    public List<SecurityList> list(String compartment, @Nullable String vcn) {
        return Pages.all(
                "ListSecurityLists",
                page -> tenancy.clients()
                        .network()
                        .listSecurityLists(ListSecurityListsRequest.builder()
                                .compartmentId(compartment)
                                .vcnId(vcn)
                                .page(page)
                                .build()),
                ListSecurityListsResponse::getItems,
                ListSecurityListsResponse::getOpcNextPage);
    }

    @Override
    public SecurityList get(String ocid) {
        return tenancy.clients()
                .network()
                .getSecurityList(
                        GetSecurityListRequest.builder().securityListId(ocid).build())
                .getSecurityList();
    }

    @Override
    public OciResource.SecurityList actual(SecurityList there, OciResource.SecurityList wanted, Context context) {
        var rules = new ArrayList<OciResource.SecurityRule>();
        for (var rule : OciCalls.required("the rules of " + there.getId(), there.getEgressSecurityRules())) {
            rules.add(RuleMapping.ours(rule));
        }
        for (var rule : OciCalls.required("the rules of " + there.getId(), there.getIngressSecurityRules())) {
            rules.add(RuleMapping.ours(rule));
        }
        return new OciResource.SecurityList(wanted.name(), RuleMapping.inOrderOf(wanted.rules(), rules), wanted.vcn());
    }

    @Override
    public SecurityList create(OciResource.SecurityList wanted, Making making, Context context) {
        var details = CreateSecurityListDetails.builder()
                .compartmentId(making.location().compartment())
                .vcnId(making.location().vcn())
                .displayName(wanted.name())
                .ingressSecurityRules(ingress(wanted))
                .egressSecurityRules(egress(wanted))
                .freeformTags(making.tags())
                .build();
        return OciCalls.ask(
                "CreateSecurityList",
                () -> tenancy.clients()
                        .network()
                        .createSecurityList(CreateSecurityListRequest.builder()
                                .createSecurityListDetails(details)
                                .opcRetryToken(making.retryToken())
                                .build())
                        .getSecurityList());
    }

    private static List<IngressSecurityRule> ingress(OciResource.SecurityList wanted) {
        return wanted.rules().stream()
                .filter(rule -> rule.direction() == Direction.INGRESS)
                .map(RuleMapping::ingress)
                .toList();
    }

    private static List<EgressSecurityRule> egress(OciResource.SecurityList wanted) {
        return wanted.rules().stream()
                .filter(rule -> rule.direction() == Direction.EGRESS)
                .map(RuleMapping::egress)
                .toList();
    }

    @Override
    public void change(Found<OciResource.SecurityList> there, OciResource.SecurityList wanted, Context context)
            throws InterruptedException {
        var details = UpdateSecurityListDetails.builder()
                .ingressSecurityRules(ingress(wanted))
                .egressSecurityRules(egress(wanted))
                .build();
        OciCalls.ask(
                "UpdateSecurityList",
                () -> tenancy.clients()
                        .network()
                        .updateSecurityList(UpdateSecurityListRequest.builder()
                                .securityListId(there.handle())
                                .updateSecurityListDetails(details)
                                .build()));
        tagged.ready(wanted, context, () -> get(there.handle()));
    }

    @Override
    public void delete(String ocid) {
        tenancy.clients()
                .network()
                .deleteSecurityList(
                        DeleteSecurityListRequest.builder().securityListId(ocid).build());
    }
}
