package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.CreateVcnDetails;
import com.oracle.bmc.core.model.Vcn;
import com.oracle.bmc.core.requests.CreateVcnRequest;
import com.oracle.bmc.core.requests.DeleteVcnRequest;
import com.oracle.bmc.core.requests.GetVcnRequest;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Unforeseen;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.util.List;
import java.util.Optional;

/// [OciResource.Vcn] on the Core API 20160918 (CreateVcn, ListVcns, GetVcn, DeleteVcn).
public final class VcnDriver implements KindDriver<OciResource.Vcn> {
    private final Tenancy tenancy;
    private final TaggedResources<Vcn> tagged;

    public VcnDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.tagged = new TaggedResources<>(
                "VCN",
                tenancy,
                vcn -> new CommonFields(
                        vcn.getId(), vcn.getDisplayName(), vcn.getLifecycleState(), vcn.getFreeformTags()));
    }

    @Override
    public Optional<Found<OciResource.Vcn>> find(OciResource.Vcn wanted, Context context) throws InterruptedException {
        var compartment = tenancy.locations().compartment(wanted.compartment(), context);
        if (compartment.isEmpty()) {
            return Optional.empty();
        }
        var there = tagged.find(wanted, context, () -> list(compartment.get()));
        return there.map(vcn -> found(vcn, wanted));
    }

    private Found<OciResource.Vcn> found(Vcn vcn, OciResource.Vcn wanted) {
        var ocid = tagged.ocid(vcn);
        var blocks = OciCalls.required("the CIDR blocks of the VCN " + ocid, vcn.getCidrBlocks());
        if (blocks.size() != 1) {
            throw new Unforeseen("The VCN " + ocid + " has the CIDR blocks " + blocks
                    + " where one was made. Remove those that were added.");
        }
        var actual = new OciResource.Vcn(
                wanted.name(), wanted.region(), Cidr.parse(blocks.getFirst()), wanted.compartment());
        return Found.ours(ocid, actual, new Identified(new Ocid(ocid)), Ownership.token(vcn.getFreeformTags()));
    }

    private List<Vcn> list(String compartment) {
        return tenancy.lists().vcns(compartment);
    }

    @Override
    public void make(OciResource.Vcn wanted, Token token, Context context) throws InterruptedException {
        var compartment = tenancy.locations().requiredCompartment(wanted.compartment(), context);
        tagged.refuseClash(wanted, wanted.name(), list(compartment));
        var details = CreateVcnDetails.builder()
                .compartmentId(compartment)
                .cidrBlocks(List.of(wanted.cidr().toString()))
                .displayName(wanted.name())
                .dnsLabel(dnsLabel(wanted.name()))
                .freeformTags(tenancy.ownership().tags(wanted, token))
                .build();
        var made = OciCalls.ask(
                "CreateVcn",
                () -> tenancy.clients()
                        .network()
                        .createVcn(CreateVcnRequest.builder()
                                .createVcnDetails(details)
                                .opcRetryToken(token.text())
                                .build())
                        .getVcn());
        var ocid = tagged.ocid(OciCalls.required("the VCN that it made", made));
        tagged.ready(wanted, context, () -> get(ocid));
    }

    private Vcn get(String ocid) {
        return tenancy.clients()
                .network()
                .getVcn(GetVcnRequest.builder().vcnId(ocid).build())
                .getVcn();
    }

    /// A DNS label has at most 15 letters and digits and begins with a letter.
    static String dnsLabel(String name) {
        var plain = new StringBuilder();
        for (int at = 0; at < name.length() && plain.length() < 15; at++) {
            char c = name.charAt(at);
            boolean letter = c >= 'a' && c <= 'z';
            if (letter || (c >= '0' && c <= '9' && !plain.isEmpty())) {
                plain.append(c);
            }
        }
        return plain.isEmpty() ? "freehold" : plain.toString();
    }

    /// Nothing of it can change in place.
    @Override
    public void change(Found<OciResource.Vcn> there, OciResource.Vcn wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    @Override
    public void remove(Found<OciResource.Vcn> there, OciResource.Vcn gone, Context context)
            throws InterruptedException {
        OciCalls.find(
                "DeleteVcn",
                () -> tenancy.clients()
                        .network()
                        .deleteVcn(
                                DeleteVcnRequest.builder().vcnId(there.handle()).build()));
        tagged.gone(gone, context, () -> get(there.handle()));
    }

    @Override
    public Listing listing() {
        return new Listing.ByPart(compartment -> tagged.ours(list(compartment)));
    }
}
