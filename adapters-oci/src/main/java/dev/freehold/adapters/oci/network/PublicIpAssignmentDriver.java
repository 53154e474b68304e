package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.GetPublicIpByPrivateIpIdDetails;
import com.oracle.bmc.core.model.PublicIp;
import com.oracle.bmc.core.model.UpdatePublicIpDetails;
import com.oracle.bmc.core.requests.GetPublicIpByPrivateIpIdRequest;
import com.oracle.bmc.core.requests.GetPublicIpRequest;
import com.oracle.bmc.core.requests.UpdatePublicIpRequest;
import dev.freehold.adapters.oci.ownership.Lifecycle;
import dev.freehold.adapters.oci.ownership.ResourceLocations;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs.Mapping;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import dev.freehold.ports.skeleton.Waiting;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [OciResource.PublicIpAssignment] on the Core API 20160918 (UpdatePublicIp). It is no thing of its own but a
/// setting of the reserved address, which is ours; so it has no tags and no token, and repeating it changes
/// nothing.
public final class PublicIpAssignmentDriver implements KindDriver<OciResource.PublicIpAssignment> {
    /// An assignment takes 2 to 20 s. One that failed ends quietly as never asked for.
    private static final Duration QUIET = Duration.ofMinutes(2);

    private static final String INSTANCE = Kind.of(OciResource.Instance.class).word();

    private final Tenancy tenancy;
    private final NetworkCards cards;

    public PublicIpAssignmentDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.cards = new NetworkCards(tenancy);
    }

    @Override
    public Optional<Found<OciResource.PublicIpAssignment>> find(OciResource.PublicIpAssignment wanted, Context context)
            throws InterruptedException {
        var ocid = tenancy.locations().ocid(wanted.publicIp(), context);
        if (ocid.isEmpty()) {
            return Optional.empty();
        }
        var settled = settled(ocid.get(), wanted, context);
        if (settled.isEmpty() || privateIp(settled.get()) == null) {
            return Optional.empty();
        }
        var ip = settled.get();
        boolean meant =
                target(wanted, context).filter(id -> id.equals(privateIp(ip))).isPresent();
        var at = meant ? wanted.privateAddress() : elsewhere();
        var actual = new OciResource.PublicIpAssignment(wanted.name(), wanted.publicIp(), at);
        var address = OciCalls.required("the address of the public IP " + ocid.get(), ip.getIpAddress());
        return Optional.of(Found.ours(ocid.get(), actual, new Mapping(Ipv4.parse(address)), Optional.empty()));
    }

    private Optional<PublicIp> settled(String ocid, OciResource.PublicIpAssignment wanted, Context context)
            throws InterruptedException {
        return tenancy.waiting().until(context, "public IP " + wanted.name(), () -> {
            var seen = OciCalls.find("GetPublicIp", () -> get(ocid));
            if (seen.isEmpty()) {
                return Waiting.Sight.there(seen);
            }
            var what = "The public IP " + ocid;
            return switch (Lifecycle.of(what, seen.get().getLifecycleState())) {
                case READY -> Waiting.Sight.there(seen);
                case GONE -> Waiting.Sight.there(Optional.<PublicIp>empty());
                case COMING, GOING, FAILED ->
                    Waiting.Sight.yet(Lifecycle.word(what, seen.get().getLifecycleState()));
            };
        });
    }

    private PublicIp get(String ocid) {
        return tenancy.clients()
                .network()
                .getPublicIp(GetPublicIpRequest.builder().publicIpId(ocid).build())
                .getPublicIp();
    }

    private static @Nullable String privateIp(PublicIp ip) {
        var id = ip.getPrivateIpId();
        return id == null || id.isEmpty() ? null : id;
    }

    /// The private IP that the address is to be mapped to: an instance's first one, or a second one of its own.
    private Optional<String> target(OciResource.PublicIpAssignment wanted, Context context) {
        var to = wanted.privateAddress();
        var ocid = tenancy.locations().ocidOfAddressed(to, context);
        if (!to.id().kind().equals(INSTANCE)) {
            return ocid;
        }
        return ocid.flatMap(cards::primaryOf)
                .flatMap(card -> cards.addressesOf(card).stream()
                        .filter(ip -> Boolean.TRUE.equals(ip.getIsPrimary()))
                        .map(ip -> OciCalls.required("the OCID of a private IP of " + card, ip.getId()))
                        .findFirst());
    }

    /// A place of which the blueprint knows nothing.
    private static Ref<OciResource.PrivateIp> elsewhere() {
        return new Ref<>(ResourceId.of(Phase.OCI, "private-ip", "not-freeholds"));
    }

    @Override
    public void make(OciResource.PublicIpAssignment wanted, Token token, Context context) throws InterruptedException {
        var ocid = tenancy.locations().requiredOcid(wanted.publicIp(), context);
        if (tenancy.locations()
                .ocidOfAddressed(wanted.privateAddress(), context)
                .isEmpty()) {
            throw ResourceLocations.notYet(wanted.privateAddress());
        }
        var target = tenancy.waiting().until(context, "the private address of " + wanted.privateAddress(), () -> {
            var known = target(wanted, context);
            return known.isPresent() ? Waiting.Sight.there(known.get()) : Waiting.Sight.yet("not attached");
        });
        refuseClash(wanted, target, ocid);
        set(ocid, target);
        awaitAssigned(wanted, ocid, target, context);
    }

    /// A private address holds one public address, and an ephemeral one is not ours to take away.
    private void refuseClash(OciResource.PublicIpAssignment wanted, String target, String ocid) {
        OciCalls.find(
                        "GetPublicIpByPrivateIpId",
                        () -> tenancy.clients()
                                .network()
                                .getPublicIpByPrivateIpId(GetPublicIpByPrivateIpIdRequest.builder()
                                        .getPublicIpByPrivateIpIdDetails(GetPublicIpByPrivateIpIdDetails.builder()
                                                .privateIpId(target)
                                                .build())
                                        .build())
                                .getPublicIp())
                .filter(other -> !ocid.equals(other.getId()))
                .filter(other ->
                        Lifecycle.of("The public IP " + other.getId(), other.getLifecycleState()) != Lifecycle.GONE)
                .ifPresent(other -> {
                    throw new Declined(
                            Declined.Reason.NAME_TAKEN,
                            "Conflict",
                            "The private address of " + wanted.privateAddress() + " has the public IP "
                                    + other.getIpAddress() + " (" + other.getId() + ") already, and can have one"
                                    + " only. Remove that one, then run again.");
                });
    }

    private void set(String ocid, String privateIp) {
        OciCalls.ask(
                "UpdatePublicIp",
                () -> tenancy.clients()
                        .network()
                        .updatePublicIp(UpdatePublicIpRequest.builder()
                                .publicIpId(ocid)
                                .updatePublicIpDetails(UpdatePublicIpDetails.builder()
                                        .privateIpId(privateIp)
                                        .build())
                                .build()));
    }

    private void awaitAssigned(OciResource.PublicIpAssignment wanted, String ocid, String target, Context context)
            throws InterruptedException {
        var quietUntil = context.timeline().now().plus(QUIET);
        tenancy.waiting().until(context, "public IP " + wanted.name(), () -> {
            var ip = OciCalls.ask("GetPublicIp", () -> get(ocid));
            var state = Lifecycle.word("The public IP " + ocid, ip.getLifecycleState());
            if (state.equals("ASSIGNED") && Objects.equals(privateIp(ip), target)) {
                return Waiting.Sight.there(true);
            }
            if (state.equals("AVAILABLE") && context.timeline().now().isAfter(quietUntil)) {
                throw new Declined(
                        Declined.Reason.FORBIDDEN,
                        "IncorrectState",
                        "Oracle Cloud took the assignment of " + ip.getIpAddress() + " to " + wanted.privateAddress()
                                + " and gave it up without a word. See whether that address is free, then run again.");
            }
            return Waiting.Sight.yet(state);
        });
    }

    @Override
    public void change(
            Found<OciResource.PublicIpAssignment> there, OciResource.PublicIpAssignment wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    @Override
    public void remove(
            Found<OciResource.PublicIpAssignment> there, OciResource.PublicIpAssignment gone, Context context)
            throws InterruptedException {
        set(there.handle(), "");
        tenancy.waiting().until(context, "public IP " + gone.name(), () -> {
            var seen = OciCalls.find("GetPublicIp", () -> get(there.handle()));
            return seen.filter(ip -> privateIp(ip) != null).isEmpty()
                    ? Waiting.Sight.there(true)
                    : Waiting.Sight.yet("still assigned");
        });
    }

    @Override
    public Listing listing() {
        return new Listing.Unlisted("it is a setting of the reserved address, which is listed");
    }
}
