package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.CreateSubnetDetails;
import com.oracle.bmc.core.model.Subnet;
import com.oracle.bmc.core.model.UpdateSubnetDetails;
import com.oracle.bmc.core.requests.CreateSubnetRequest;
import com.oracle.bmc.core.requests.DeleteSubnetRequest;
import com.oracle.bmc.core.requests.GetSubnetRequest;
import com.oracle.bmc.core.requests.ListSubnetsRequest;
import com.oracle.bmc.core.requests.UpdateSubnetRequest;
import com.oracle.bmc.core.responses.ListSubnetsResponse;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.OciResource.Plain;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [OciResource.Subnet] on the Core API 20160918: regional, with public addresses. A terminated machine's network
/// card lingers and forbids the removal for minutes (409 Conflict), which is `Busy` like any conflict.
public record SubnetDriver(Tenancy tenancy, TaggedResources<Subnet> tagged)
        implements VcnPartDriver<OciResource.Subnet, Subnet> {

    public SubnetDriver(Tenancy tenancy) {
        this(
                tenancy,
                new TaggedResources<>(
                        "subnet",
                        tenancy,
                        one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())));
    }

    @Override
    public Ref<OciResource.Vcn> vcn(OciResource.Subnet resource) {
        return resource.vcn();
    }

    @Override
    public List<Subnet> list(String compartment, @Nullable String vcn) {
        return Pages.all(
                "ListSubnets",
                page -> tenancy.clients()
                        .network()
                        .listSubnets(ListSubnetsRequest.builder()
                                .compartmentId(compartment)
                                .vcnId(vcn)
                                .page(page)
                                .build()),
                ListSubnetsResponse::getItems,
                ListSubnetsResponse::getOpcNextPage);
    }

    @Override
    public Subnet get(String ocid) {
        return tenancy.clients()
                .network()
                .getSubnet(GetSubnetRequest.builder().subnetId(ocid).build())
                .getSubnet();
    }

    @Override
    public OciResource.Subnet actual(Subnet there, OciResource.Subnet wanted, Context context) {
        var cidr = OciCalls.required("the CIDR block of the subnet " + there.getId(), there.getCidrBlock());
        var lists = there.getSecurityListIds() == null ? List.<String>of() : there.getSecurityListIds();
        var routes = there.getRouteTableId() == null ? List.<String>of() : List.of(there.getRouteTableId());
        return new OciResource.Subnet(
                wanted.name(),
                Cidr.parse(cidr),
                wanted.vcn(),
                isAlone(wanted.routes(), routes, context) ? wanted.routes() : another("route-table"),
                isAlone(wanted.security(), lists, context) ? wanted.security() : another("security-list"));
    }

    private <N extends Plain> boolean isAlone(Ref<N> ref, List<String> ocids, Context context) {
        return tenancy.locations()
                .ocid(ref, context)
                .filter(ocid -> ocids.equals(List.of(ocid)))
                .isPresent();
    }

    /// One of which the blueprint knows nothing: it differs from whatever is wanted.
    private static <N extends OciResource> Ref<N> another(String kind) {
        return new Ref<>(ResourceId.of(Phase.OCI, kind, "not-freeholds"));
    }

    @Override
    public Subnet create(OciResource.Subnet wanted, Making making, Context context) {
        var details = CreateSubnetDetails.builder()
                .compartmentId(making.location().compartment())
                .vcnId(making.location().vcn())
                .displayName(wanted.name())
                .dnsLabel(VcnDriver.dnsLabel(wanted.name()))
                .cidrBlock(wanted.cidr().toString())
                .routeTableId(tenancy.locations().requiredOcid(wanted.routes(), context))
                .securityListIds(List.of(tenancy.locations().requiredOcid(wanted.security(), context)))
                .prohibitPublicIpOnVnic(false)
                .freeformTags(making.tags())
                .build();
        return OciCalls.ask(
                "CreateSubnet",
                () -> tenancy.clients()
                        .network()
                        .createSubnet(CreateSubnetRequest.builder()
                                .createSubnetDetails(details)
                                .opcRetryToken(making.retryToken())
                                .build())
                        .getSubnet());
    }

    @Override
    public void change(Found<OciResource.Subnet> there, OciResource.Subnet wanted, Context context)
            throws InterruptedException {
        var details = UpdateSubnetDetails.builder()
                .routeTableId(tenancy.locations().requiredOcid(wanted.routes(), context))
                .securityListIds(List.of(tenancy.locations().requiredOcid(wanted.security(), context)))
                .build();
        OciCalls.ask(
                "UpdateSubnet",
                () -> tenancy.clients()
                        .network()
                        .updateSubnet(UpdateSubnetRequest.builder()
                                .subnetId(there.handle())
                                .updateSubnetDetails(details)
                                .build()));
        tagged.ready(wanted, context, () -> get(there.handle()));
    }

    @Override
    public void delete(String ocid) {
        tenancy.clients()
                .network()
                .deleteSubnet(DeleteSubnetRequest.builder().subnetId(ocid).build());
    }
}
