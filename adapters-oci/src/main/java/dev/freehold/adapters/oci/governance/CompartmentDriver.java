package dev.freehold.adapters.oci.governance;

import com.oracle.bmc.identity.model.Compartment;
import com.oracle.bmc.identity.model.CreateCompartmentDetails;
import com.oracle.bmc.identity.model.UpdateCompartmentDetails;
import com.oracle.bmc.identity.requests.CreateCompartmentRequest;
import com.oracle.bmc.identity.requests.DeleteCompartmentRequest;
import com.oracle.bmc.identity.requests.GetCompartmentRequest;
import com.oracle.bmc.identity.requests.UpdateCompartmentRequest;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.util.List;
import java.util.Optional;

/// [SetupResource.Compartment] on the Identity API 20160918, directly under the tenancy. One that has the name and
/// nobody's tags may be adopted, where a plan said so: used, and left alone. From then on it is known by its OCID.
public final class CompartmentDriver implements KindDriver<SetupResource.Compartment> {
    private final Tenancy tenancy;
    private final TaggedResources<Compartment> tagged;

    public CompartmentDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.tagged = new TaggedResources<>(
                "compartment",
                tenancy,
                one -> new CommonFields(one.getId(), one.getName(), one.getLifecycleState(), one.getFreeformTags()));
    }

    @Override
    public Optional<Found<SetupResource.Compartment>> find(SetupResource.Compartment wanted, Context context)
            throws InterruptedException {
        var ours = tagged.find(wanted, context, this::list);
        if (ours.isPresent()) {
            var one = ours.get();
            var ocid = tagged.ocid(one);
            var name = OciCalls.required("the name of the compartment " + ocid, one.getName());
            var actual = new SetupResource.Compartment(wanted.name(), name, wanted.configuration());
            return Optional.of(
                    Found.ours(ocid, actual, new Identified(new Ocid(ocid)), Ownership.token(one.getFreeformTags())));
        }
        var recorded =
                context.outputsOf(Ref.to(wanted)).map(known -> known.ocid().text());
        return ofThatName(wanted)
                .filter(one -> !tenancy.ownership().isAnybodys(one.getFreeformTags()))
                .filter(one -> context.mayAdopt() || recorded.equals(Optional.of(tagged.ocid(one))))
                .map(one -> Found.adopted(tagged.ocid(one), wanted, new Identified(new Ocid(tagged.ocid(one)))));
    }

    private Optional<Compartment> ofThatName(SetupResource.Compartment wanted) {
        return list().stream()
                .filter(one -> wanted.compartment().equals(one.getName()))
                .filter(one -> Compartment.LifecycleState.Active.equals(one.getLifecycleState()))
                .findFirst();
    }

    /// Nothing is taken over that nobody was told of.
    private void refuseClash(SetupResource.Compartment wanted) {
        var there = ofThatName(wanted);
        if (there.isPresent()) {
            var one = there.get();
            var whose = tenancy.ownership()
                    .platform(one.getFreeformTags())
                    .map(other -> "it is that of the platform " + other + ", which " + wanted.id()
                            + " does not take. Write another compartment into the spec.")
                    .orElse("no plan said that it is taken over. Plan again, and look whether you want that.");
            throw new Declined(
                    Declined.Reason.NAME_TAKEN,
                    "CompartmentAlreadyExists",
                    "A compartment named " + wanted.compartment() + " (" + tagged.ocid(one) + ") is there, and "
                            + whose);
        }
    }

    private List<Compartment> list() {
        return tenancy.lists().compartments();
    }

    @Override
    public void make(SetupResource.Compartment wanted, Token token, Context context) throws InterruptedException {
        refuseClash(wanted);
        var details = CreateCompartmentDetails.builder()
                .compartmentId(tenancy.clients().access().tenancy())
                .name(wanted.compartment())
                .description("Everything of the platform " + tenancy.ownership().platform())
                .freeformTags(tenancy.ownership().tags(wanted, token))
                .build();
        var made = OciCalls.ask(
                "CreateCompartment",
                () -> tenancy.clients()
                        .identity()
                        .createCompartment(CreateCompartmentRequest.builder()
                                .createCompartmentDetails(details)
                                .opcRetryToken(token.text())
                                .build())
                        .getCompartment());
        var ocid = tagged.ocid(OciCalls.required("the compartment that it made", made));
        tagged.ready(wanted, context, () -> get(ocid));
    }

    private Compartment get(String ocid) {
        return tenancy.clients()
                .identity()
                .getCompartment(
                        GetCompartmentRequest.builder().compartmentId(ocid).build())
                .getCompartment();
    }

    @Override
    public void change(Found<SetupResource.Compartment> there, SetupResource.Compartment wanted, Context context)
            throws InterruptedException {
        OciCalls.ask(
                "UpdateCompartment",
                () -> tenancy.clients()
                        .identity()
                        .updateCompartment(UpdateCompartmentRequest.builder()
                                .compartmentId(there.handle())
                                .updateCompartmentDetails(UpdateCompartmentDetails.builder()
                                        .name(wanted.compartment())
                                        .build())
                                .build()));
        tagged.ready(wanted, context, () -> get(there.handle()));
    }

    /// It takes minutes, and anything left in it forbids it.
    @Override
    public void remove(Found<SetupResource.Compartment> there, SetupResource.Compartment gone, Context context)
            throws InterruptedException {
        OciCalls.find(
                "DeleteCompartment",
                () -> tenancy.clients()
                        .identity()
                        .deleteCompartment(DeleteCompartmentRequest.builder()
                                .compartmentId(there.handle())
                                .build()));
        tagged.gone(gone, context, () -> get(there.handle()));
    }

    @Override
    public Listing listing() {
        return new Listing.Whole(() -> tagged.ours(list()));
    }
}
