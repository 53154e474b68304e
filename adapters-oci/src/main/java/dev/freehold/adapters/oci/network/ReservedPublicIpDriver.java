package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.CreatePublicIpDetails;
import com.oracle.bmc.core.model.PublicIp;
import com.oracle.bmc.core.requests.CreatePublicIpRequest;
import com.oracle.bmc.core.requests.DeletePublicIpRequest;
import com.oracle.bmc.core.requests.GetPublicIpRequest;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs.Address;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.util.List;
import java.util.Optional;

/// [OciResource.ReservedPublicIp] on the Core API 20160918. It keeps its address until it is deleted.
public final class ReservedPublicIpDriver implements KindDriver<OciResource.ReservedPublicIp> {
    private final Tenancy tenancy;
    private final TaggedResources<PublicIp> tagged;

    public ReservedPublicIpDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.tagged = new TaggedResources<>(
                "public IP",
                tenancy,
                one -> new CommonFields(
                        one.getId(), one.getDisplayName(), one.getLifecycleState(), one.getFreeformTags()));
    }

    @Override
    public Optional<Found<OciResource.ReservedPublicIp>> find(OciResource.ReservedPublicIp wanted, Context context)
            throws InterruptedException {
        var compartment = tenancy.locations().compartment(wanted.compartment(), context);
        if (compartment.isEmpty()) {
            return Optional.empty();
        }
        return tagged.find(wanted, context, () -> list(compartment.get())).map(ip -> {
            var ocid = tagged.ocid(ip);
            var address = OciCalls.required("the address of the public IP " + ocid, ip.getIpAddress());
            var outputs = new Address(new Ocid(ocid), Ipv4.parse(address));
            return Found.ours(ocid, wanted, outputs, Ownership.token(ip.getFreeformTags()));
        });
    }

    private List<PublicIp> list(String compartment) {
        return tenancy.lists().reservedPublicIps(compartment);
    }

    @Override
    public void make(OciResource.ReservedPublicIp wanted, Token token, Context context) throws InterruptedException {
        var compartment = tenancy.locations().requiredCompartment(wanted.compartment(), context);
        tagged.refuseClash(wanted, wanted.name(), list(compartment));
        var details = CreatePublicIpDetails.builder()
                .compartmentId(compartment)
                .lifetime(CreatePublicIpDetails.Lifetime.Reserved)
                .displayName(wanted.name())
                .freeformTags(tenancy.ownership().tags(wanted, token))
                .build();
        var made = OciCalls.ask(
                "CreatePublicIp",
                () -> tenancy.clients()
                        .network()
                        .createPublicIp(CreatePublicIpRequest.builder()
                                .createPublicIpDetails(details)
                                .opcRetryToken(token.text())
                                .build())
                        .getPublicIp());
        var ocid = tagged.ocid(OciCalls.required("the public IP that it made", made));
        tagged.ready(wanted, context, () -> get(ocid));
    }

    private PublicIp get(String ocid) {
        return tenancy.clients()
                .network()
                .getPublicIp(GetPublicIpRequest.builder().publicIpId(ocid).build())
                .getPublicIp();
    }

    @Override
    public void change(
            Found<OciResource.ReservedPublicIp> there, OciResource.ReservedPublicIp wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    @Override
    public void remove(Found<OciResource.ReservedPublicIp> there, OciResource.ReservedPublicIp gone, Context context)
            throws InterruptedException {
        OciCalls.find(
                "DeletePublicIp",
                () -> tenancy.clients()
                        .network()
                        .deletePublicIp(DeletePublicIpRequest.builder()
                                .publicIpId(there.handle())
                                .build()));
        tagged.gone(gone, context, () -> get(there.handle()));
    }

    @Override
    public Listing listing() {
        return new Listing.ByPart(compartment -> tagged.ours(list(compartment)));
    }
}
