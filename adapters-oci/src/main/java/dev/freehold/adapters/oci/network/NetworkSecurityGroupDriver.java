package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.AddNetworkSecurityGroupSecurityRulesDetails;
import com.oracle.bmc.core.model.AddSecurityRuleDetails;
import com.oracle.bmc.core.model.CreateNetworkSecurityGroupDetails;
import com.oracle.bmc.core.model.NetworkSecurityGroup;
import com.oracle.bmc.core.model.RemoveNetworkSecurityGroupSecurityRulesDetails;
import com.oracle.bmc.core.model.SecurityRule;
import com.oracle.bmc.core.requests.AddNetworkSecurityGroupSecurityRulesRequest;
import com.oracle.bmc.core.requests.CreateNetworkSecurityGroupRequest;
import com.oracle.bmc.core.requests.DeleteNetworkSecurityGroupRequest;
import com.oracle.bmc.core.requests.GetNetworkSecurityGroupRequest;
import com.oracle.bmc.core.requests.ListNetworkSecurityGroupSecurityRulesRequest;
import com.oracle.bmc.core.requests.ListNetworkSecurityGroupsRequest;
import com.oracle.bmc.core.requests.RemoveNetworkSecurityGroupSecurityRulesRequest;
import com.oracle.bmc.core.responses.ListNetworkSecurityGroupSecurityRulesResponse;
import com.oracle.bmc.core.responses.ListNetworkSecurityGroupsResponse;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Ref;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Found;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [OciResource.NetworkSecurityGroup] on the Core API 20160918. A group is made empty; its rules are added and
/// removed by calls of their own, which a lost answer may leave half done: the next look shows it.
public record NetworkSecurityGroupDriver(Tenancy tenancy, TaggedResources<NetworkSecurityGroup> tagged)
        implements VcnPartDriver<OciResource.NetworkSecurityGroup, NetworkSecurityGroup> {
    /// OCI takes as many rules in one call.
    private static final int AT_ONCE = 25;

    public NetworkSecurityGroupDriver(Tenancy tenancy) {
        this(
                tenancy,
                new TaggedResources<>(
                        "network security group",
                        tenancy,
                        one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())));
    }

    @Override
    public Ref<OciResource.Vcn> vcn(OciResource.NetworkSecurityGroup resource) {
        return resource.vcn();
    }

    @Override
    public List<NetworkSecurityGroup> list(String compartment, @Nullable String vcn) {
        return Pages.all(
                "ListNetworkSecurityGroups",
                page -> tenancy.clients()
                        .network()
                        .listNetworkSecurityGroups(ListNetworkSecurityGroupsRequest.builder()
                                .compartmentId(compartment)
                                .vcnId(vcn)
                                .page(page)
                                .build()),
                ListNetworkSecurityGroupsResponse::getItems,
                ListNetworkSecurityGroupsResponse::getOpcNextPage);
    }

    @Override
    public NetworkSecurityGroup get(String ocid) {
        return tenancy.clients()
                .network()
                .getNetworkSecurityGroup(GetNetworkSecurityGroupRequest.builder()
                        .networkSecurityGroupId(ocid)
                        .build())
                .getNetworkSecurityGroup();
    }

    @Override
    public OciResource.NetworkSecurityGroup actual(
            NetworkSecurityGroup there, OciResource.NetworkSecurityGroup wanted, Context context) {
        var group = tagged.ocid(there);
        var rules =
                rules(group).stream().map(rule -> RuleMapping.ours(rule, group)).toList();
        return new OciResource.NetworkSecurityGroup(
                wanted.name(), RuleMapping.inOrderOf(wanted.rules(), rules), wanted.vcn());
    }

    private List<SecurityRule> rules(String group) {
        return Pages.all(
                "ListNetworkSecurityGroupSecurityRules",
                page -> tenancy.clients()
                        .network()
                        .listNetworkSecurityGroupSecurityRules(ListNetworkSecurityGroupSecurityRulesRequest.builder()
                                .networkSecurityGroupId(group)
                                .page(page)
                                .build()),
                ListNetworkSecurityGroupSecurityRulesResponse::getItems,
                ListNetworkSecurityGroupSecurityRulesResponse::getOpcNextPage);
    }

    @Override
    public NetworkSecurityGroup create(OciResource.NetworkSecurityGroup wanted, Making making, Context context) {
        var details = CreateNetworkSecurityGroupDetails.builder()
                .compartmentId(making.location().compartment())
                .vcnId(making.location().vcn())
                .displayName(wanted.name())
                .freeformTags(making.tags())
                .build();
        return OciCalls.ask(
                "CreateNetworkSecurityGroup",
                () -> tenancy.clients()
                        .network()
                        .createNetworkSecurityGroup(CreateNetworkSecurityGroupRequest.builder()
                                .createNetworkSecurityGroupDetails(details)
                                .opcRetryToken(making.retryToken())
                                .build())
                        .getNetworkSecurityGroup());
    }

    @Override
    public void complete(NetworkSecurityGroup made, OciResource.NetworkSecurityGroup wanted, Context context) {
        setRules(tagged.ocid(made), wanted.rules());
    }

    @Override
    public void change(
            Found<OciResource.NetworkSecurityGroup> there, OciResource.NetworkSecurityGroup wanted, Context context)
            throws InterruptedException {
        setRules(there.handle(), wanted.rules());
        tagged.ready(wanted, context, () -> get(there.handle()));
    }

    /// What is new comes before what is old goes: what both let in is never cut off.
    private void setRules(String group, List<OciResource.SecurityRule> wanted) {
        var missing = new ArrayList<>(wanted);
        var surplus = new ArrayList<String>();
        for (var rule : rules(group)) {
            if (!missing.remove(RuleMapping.ours(rule, group))) {
                surplus.add(OciCalls.required("the id of a rule of " + group, rule.getId()));
            }
        }
        var added =
                missing.stream().map(rule -> RuleMapping.ofGroup(rule, group)).toList();
        for (int from = 0; from < added.size(); from += AT_ONCE) {
            add(group, added.subList(from, Math.min(added.size(), from + AT_ONCE)));
        }
        for (int from = 0; from < surplus.size(); from += AT_ONCE) {
            drop(group, surplus.subList(from, Math.min(surplus.size(), from + AT_ONCE)));
        }
    }

    private void add(String group, List<AddSecurityRuleDetails> rules) {
        OciCalls.ask(
                "AddNetworkSecurityGroupSecurityRules",
                () -> tenancy.clients()
                        .network()
                        .addNetworkSecurityGroupSecurityRules(AddNetworkSecurityGroupSecurityRulesRequest.builder()
                                .networkSecurityGroupId(group)
                                .addNetworkSecurityGroupSecurityRulesDetails(
                                        AddNetworkSecurityGroupSecurityRulesDetails.builder()
                                                .securityRules(rules)
                                                .build())
                                .build()));
    }

    private void drop(String group, List<String> ids) {
        OciCalls.ask(
                "RemoveNetworkSecurityGroupSecurityRules",
                () -> tenancy.clients()
                        .network()
                        .removeNetworkSecurityGroupSecurityRules(
                                RemoveNetworkSecurityGroupSecurityRulesRequest.builder()
                                        .networkSecurityGroupId(group)
                                        .removeNetworkSecurityGroupSecurityRulesDetails(
                                                RemoveNetworkSecurityGroupSecurityRulesDetails.builder()
                                                        .securityRuleIds(ids)
                                                        .build())
                                        .build()));
    }

    @Override
    public void delete(String ocid) {
        tenancy.clients()
                .network()
                .deleteNetworkSecurityGroup(DeleteNetworkSecurityGroupRequest.builder()
                        .networkSecurityGroupId(ocid)
                        .build());
    }
}
