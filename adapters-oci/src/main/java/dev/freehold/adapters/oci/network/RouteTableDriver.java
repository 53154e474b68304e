package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.CreateRouteTableDetails;
import com.oracle.bmc.core.model.RouteRule;
import com.oracle.bmc.core.model.RouteTable;
import com.oracle.bmc.core.model.UpdateRouteTableDetails;
import com.oracle.bmc.core.requests.CreateRouteTableRequest;
import com.oracle.bmc.core.requests.DeleteRouteTableRequest;
import com.oracle.bmc.core.requests.GetRouteTableRequest;
import com.oracle.bmc.core.requests.ListRouteTablesRequest;
import com.oracle.bmc.core.requests.UpdateRouteTableRequest;
import com.oracle.bmc.core.responses.ListRouteTablesResponse;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Ref;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [OciResource.RouteTable] on the Core API 20160918: one rule, to the gateway.
public record RouteTableDriver(Tenancy tenancy, TaggedResources<RouteTable> tagged)
        implements VcnPartDriver<OciResource.RouteTable, RouteTable> {
    /// What is shown as the destination where the table has other rules than ours: no host is there, so that it
    /// differs from whatever is wanted and the rules are set anew.
    static final Cidr NOWHERE = Cidr.parse("0.0.0.0/32");

    public RouteTableDriver(Tenancy tenancy) {
        this(
                tenancy,
                new TaggedResources<>(
                        "route table",
                        tenancy,
                        one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())));
    }

    @Override
    public Ref<OciResource.Vcn> vcn(OciResource.RouteTable resource) {
        return resource.vcn();
    }

    @Override
    public List<RouteTable> list(String compartment, @Nullable String vcn) {
        return Pages.all(
                "ListRouteTables",
                page -> tenancy.clients()
                        .network()
                        .listRouteTables(ListRouteTablesRequest.builder()
                                .compartmentId(compartment)
                                .vcnId(vcn)
                                .page(page)
                                .build()),
                ListRouteTablesResponse::getItems,
                ListRouteTablesResponse::getOpcNextPage);
    }

    @Override
    public RouteTable get(String ocid) {
        return tenancy.clients()
                .network()
                .getRouteTable(GetRouteTableRequest.builder().rtId(ocid).build())
                .getRouteTable();
    }

    @Override
    public OciResource.RouteTable actual(RouteTable there, OciResource.RouteTable wanted, Context context) {
        var rules = OciCalls.required("the rules of the route table " + there.getId(), there.getRouteRules());
        var gateway = tenancy.locations().ocid(wanted.gateway(), context);
        boolean ours = rules.size() == 1
                && gateway.filter(ocid -> ocid.equals(rules.getFirst().getNetworkEntityId()))
                        .isPresent();
        var destination = ours ? destination(rules.getFirst()) : NOWHERE;
        return new OciResource.RouteTable(wanted.name(), destination, wanted.vcn(), wanted.gateway());
    }

    /// Old rules have it as `cidrBlock`; one to Oracle's own services has no CIDR at all.
    private static Cidr destination(RouteRule rule) {
        var text = rule.getDestination() == null ? legacy(rule) : rule.getDestination();
        try {
            return Cidr.parse(OciCalls.required("the destination of a route", text));
        } catch (IllegalArgumentException service) {
            return NOWHERE;
        }
    }

    @SuppressWarnings("deprecation") // what old answers have
    private static String legacy(RouteRule rule) {
        return rule.getCidrBlock();
    }

    @Override
    public RouteTable create(OciResource.RouteTable wanted, Making making, Context context) {
        var details = CreateRouteTableDetails.builder()
                .compartmentId(making.location().compartment())
                .vcnId(making.location().vcn())
                .displayName(wanted.name())
                .routeRules(rules(wanted, context))
                .freeformTags(making.tags())
                .build();
        return OciCalls.ask(
                "CreateRouteTable",
                () -> tenancy.clients()
                        .network()
                        .createRouteTable(CreateRouteTableRequest.builder()
                                .createRouteTableDetails(details)
                                .opcRetryToken(making.retryToken())
                                .build())
                        .getRouteTable());
    }

    private List<RouteRule> rules(OciResource.RouteTable wanted, Context context) {
        return List.of(RouteRule.builder()
                .destination(wanted.destination().toString())
                .destinationType(RouteRule.DestinationType.CidrBlock)
                .networkEntityId(tenancy.locations().requiredOcid(wanted.gateway(), context))
                .build());
    }

    @Override
    public void change(Found<OciResource.RouteTable> there, OciResource.RouteTable wanted, Context context)
            throws InterruptedException {
        var rules = rules(wanted, context);
        OciCalls.ask(
                "UpdateRouteTable",
                () -> tenancy.clients()
                        .network()
                        .updateRouteTable(UpdateRouteTableRequest.builder()
                                .rtId(there.handle())
                                .updateRouteTableDetails(UpdateRouteTableDetails.builder()
                                        .routeRules(rules)
                                        .build())
                                .build()));
        tagged.ready(wanted, context, () -> get(there.handle()));
    }

    @Override
    public void delete(String ocid) {
        tenancy.clients()
                .network()
                .deleteRouteTable(DeleteRouteTableRequest.builder().rtId(ocid).build());
    }
}
