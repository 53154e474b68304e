package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.CreateInternetGatewayDetails;
import com.oracle.bmc.core.model.InternetGateway;
import com.oracle.bmc.core.requests.CreateInternetGatewayRequest;
import com.oracle.bmc.core.requests.DeleteInternetGatewayRequest;
import com.oracle.bmc.core.requests.GetInternetGatewayRequest;
import com.oracle.bmc.core.requests.ListInternetGatewaysRequest;
import com.oracle.bmc.core.responses.ListInternetGatewaysResponse;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Ref;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [OciResource.InternetGateway] on the Core API 20160918. A VCN has one at most; a second one is OCI's to refuse.
public record InternetGatewayDriver(Tenancy tenancy, TaggedResources<InternetGateway> tagged)
        implements VcnPartDriver<OciResource.InternetGateway, InternetGateway> {

    public InternetGatewayDriver(Tenancy tenancy) {
        this(
                tenancy,
                new TaggedResources<>(
                        "internet gateway",
                        tenancy,
                        one -> new CommonFields(
                                one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags())));
    }

    @Override
    public Ref<OciResource.Vcn> vcn(OciResource.InternetGateway resource) {
        return resource.vcn();
    }

    @Override
    public List<InternetGateway> list(String compartment, @Nullable String vcn) {
        return Pages.all(
                "ListInternetGateways",
                page -> tenancy.clients()
                        .network()
                        .listInternetGateways(ListInternetGatewaysRequest.builder()
                                .compartmentId(compartment)
                                .vcnId(vcn)
                                .page(page)
                                .build()),
                ListInternetGatewaysResponse::getItems,
                ListInternetGatewaysResponse::getOpcNextPage);
    }

    @Override
    public InternetGateway get(String ocid) {
        return tenancy.clients()
                .network()
                .getInternetGateway(
                        GetInternetGatewayRequest.builder().igId(ocid).build())
                .getInternetGateway();
    }

    @Override
    public OciResource.InternetGateway actual(
            InternetGateway there, OciResource.InternetGateway wanted, Context context) {
        return wanted;
    }

    @Override
    public InternetGateway create(OciResource.InternetGateway wanted, Making making, Context context) {
        var details = CreateInternetGatewayDetails.builder()
                .compartmentId(making.location().compartment())
                .vcnId(making.location().vcn())
                .displayName(wanted.name())
                .isEnabled(true)
                .freeformTags(making.tags())
                .build();
        return OciCalls.ask(
                "CreateInternetGateway",
                () -> tenancy.clients()
                        .network()
                        .createInternetGateway(CreateInternetGatewayRequest.builder()
                                .createInternetGatewayDetails(details)
                                .opcRetryToken(making.retryToken())
                                .build())
                        .getInternetGateway());
    }

    @Override
    public void change(Found<OciResource.InternetGateway> there, OciResource.InternetGateway wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    @Override
    public void delete(String ocid) {
        tenancy.clients()
                .network()
                .deleteInternetGateway(
                        DeleteInternetGatewayRequest.builder().igId(ocid).build());
    }
}
