package dev.freehold.adapters.oci.network;

import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.ResourceLocations;
import dev.freehold.adapters.oci.ownership.TaggedResources;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.OnOracle.Identified;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.OciResource.Plain;
import dev.freehold.domain.resource.Ref;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A kind of thing that lies inside a VCN and in its compartment.
///
/// @param <R> our resource, which has nothing but an OCID
/// @param <T> the SDK's model of it
interface VcnPartDriver<R extends Plain, T> extends KindDriver<R> {
    Tenancy tenancy();

    TaggedResources<T> tagged();

    Ref<OciResource.Vcn> vcn(R resource);

    /// @param vcn absent: those of every VCN of the compartment
    List<T> list(String compartment, @Nullable String vcn);

    T get(String ocid);

    /// The settings that `there` has.
    R actual(T there, R wanted, Context context);

    /// Sends the creation.
    T create(R wanted, Making making, Context context);

    /// Sends the removal.
    void delete(String ocid);

    /// Finishes what a creation can't say in one call.
    default void complete(T made, R wanted, Context context) throws InterruptedException {}

    /// @param compartment that of the VCN
    record VcnLocation(String compartment, String vcn) {}

    /// @param tags what it is tagged with
    /// @param retryToken OCI's name for our token
    record Making(VcnLocation location, Map<String, String> tags, String retryToken) {}

    @Override
    default Optional<Found<R>> find(R wanted, Context context) throws InterruptedException {
        var location = location(wanted, context);
        if (location.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> there;
        try {
            there = tagged().find(
                            wanted,
                            context,
                            () -> list(
                                    location.get().compartment(), location.get().vcn()));
        } catch (Declined declined) {
            if (declined.reason() == Declined.Reason.ABSENT && isGone(location.get())) {
                return Optional.empty();
            }
            throw declined;
        }
        return there.map(one -> {
            var ocid = tagged().ocid(one);
            var tags = tagged().row().apply(one).tags();
            return Found.ours(
                    ocid, actual(one, wanted, context), new Identified(new Ocid(ocid)), Ownership.token(tags));
        });
    }

    private Optional<VcnLocation> location(R wanted, Context context) {
        return tenancy()
                .locations()
                .ocid(vcn(wanted), context)
                .flatMap(vcn -> tenancy().locations().ofVcn(vcn).map(compartment -> new VcnLocation(compartment, vcn)));
    }

    private boolean isGone(VcnLocation location) {
        tenancy().locations().forget(location.vcn());
        return tenancy().locations().ofVcn(location.vcn()).isEmpty();
    }

    @Override
    default Listing listing() {
        return new Listing.ByPart(compartment -> tagged().ours(list(compartment, null)));
    }

    @Override
    default void make(R wanted, Token token, Context context) throws InterruptedException {
        var vcn = tenancy().locations().requiredOcid(vcn(wanted), context);
        var location = location(wanted, context).orElseThrow(() -> ResourceLocations.absent(vcn, wanted));
        tagged().refuseClash(wanted, wanted.name(), list(location.compartment(), vcn));
        var making = new Making(location, tenancy().ownership().tags(wanted, token), token.text());
        var made = OciCalls.required("the " + tagged().word() + " that it made", create(wanted, making, context));
        var ocid = tagged().ocid(made);
        complete(tagged().ready(wanted, context, () -> get(ocid)), wanted, context);
    }

    @Override
    default void remove(Found<R> there, R gone, Context context) throws InterruptedException {
        OciCalls.find("Delete " + tagged().word(), () -> {
            delete(there.handle());
            return true;
        });
        tagged().gone(gone, context, () -> get(there.handle()));
    }
}
