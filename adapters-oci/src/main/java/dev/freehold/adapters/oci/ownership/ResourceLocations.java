package dev.freehold.adapters.oci.ownership;

import com.oracle.bmc.core.requests.GetSubnetRequest;
import com.oracle.bmc.core.requests.GetVcnRequest;
import com.oracle.bmc.identity.model.Compartment;
import com.oracle.bmc.identity.requests.GetCompartmentRequest;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.OciClients;
import dev.freehold.domain.output.OnOracle;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource.Addressed;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.resource.OciResource.PrivateIp;
import dev.freehold.domain.resource.Produces;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// In which compartment things lie: OCI lists by compartment, and our resources refer to what they stand on.
public final class ResourceLocations {
    private final OciClients clients;

    /// What lies in a compartment stays there: nobody here moves things.
    private final Map<String, String> compartments = new ConcurrentHashMap<>();

    /// Not deleted when last asked: only destroying the setup layer deletes it, and then nothing is looked for
    /// in it.
    private final Set<String> standing = ConcurrentHashMap.newKeySet();

    public ResourceLocations(OciClients clients) {
        this.clients = clients;
    }

    /// The OCID that `ref`'s resource has by the layers' states; empty if it was never made.
    public <N extends Node & Produces<O>, O extends OnOracle> Optional<String> ocid(Ref<N> ref, Context context) {
        return context.outputsOf(ref).map(there -> there.ocid().text());
    }

    /// The same of what holds a private address.
    public Optional<String> ocidOfAddressed(Ref<? extends Addressed> ref, Context context) {
        return context.node(ref).flatMap(there -> switch (there) {
            case Instance instance -> ocid(Ref.to(instance), context);
            case PrivateIp address -> ocid(Ref.to(address), context);
        });
    }

    /// @throws Declined if it was never made
    public <N extends Node & Produces<O>, O extends OnOracle> String requiredOcid(Ref<N> ref, Context context) {
        return ocid(ref, context).orElseThrow(() -> notYet(ref));
    }

    /// What refuses work on `ref`'s resource, which was never made.
    public static Declined notYet(Ref<?> ref) {
        return new Declined(
                Declined.Reason.ABSENT,
                "NotAuthorizedOrNotFound",
                ref.id() + " is not there yet, by Freehold's own state. Deploy it first.");
    }

    /// What `wanted` stands on is not there.
    public static Declined absent(String base, Resource wanted) {
        return new Declined(
                Declined.Reason.ABSENT,
                "NotAuthorizedOrNotFound",
                base + ", which " + wanted.id() + " stands on, is not there, or not for this user to see. Plan again.");
    }

    /// The OCID of a compartment in which something can be looked for: empty if it was never made, or is
    /// deleted with all that was in it.
    public Optional<String> compartment(Ref<SetupResource.Compartment> ref, Context context) {
        return ocid(ref, context).filter(ocid -> !isGone(ocid));
    }

    /// @throws Declined if it was never made
    public String requiredCompartment(Ref<SetupResource.Compartment> ref, Context context) {
        return requiredOcid(ref, context);
    }

    /// Empty if there is no such VCN.
    public Optional<String> ofVcn(String ocid) {
        return known(ocid)
                .or(() -> OciCalls.find(
                                "GetVcn",
                                () -> clients.network()
                                        .getVcn(GetVcnRequest.builder()
                                                .vcnId(ocid)
                                                .build())
                                        .getVcn())
                        .map(vcn -> keep(ocid, vcn.getCompartmentId())));
    }

    /// Empty if there is no such subnet.
    public Optional<String> ofSubnet(String ocid) {
        return known(ocid)
                .or(() -> OciCalls.find(
                                "GetSubnet",
                                () -> clients.network()
                                        .getSubnet(GetSubnetRequest.builder()
                                                .subnetId(ocid)
                                                .build())
                                        .getSubnet())
                        .map(subnet -> keep(ocid, subnet.getCompartmentId())));
    }

    /// Is the compartment deleted, with all that was in it? Then lists of it are refused, as they are to one
    /// who has no right to see them.
    private boolean isGone(String compartment) {
        if (standing.contains(compartment)) {
            return false;
        }
        var state = OciCalls.find(
                        "GetCompartment",
                        () -> clients.identity()
                                .getCompartment(GetCompartmentRequest.builder()
                                        .compartmentId(compartment)
                                        .build())
                                .getCompartment())
                .map(Compartment::getLifecycleState);
        if (state.filter(Compartment.LifecycleState.Deleted::equals).isPresent()) {
            return true;
        }
        standing.add(compartment);
        return false;
    }

    /// It may have gone.
    public void forget(String ocid) {
        compartments.remove(ocid);
    }

    private Optional<String> known(String ocid) {
        return Optional.ofNullable(compartments.get(ocid));
    }

    private String keep(String ocid, String compartment) {
        var named = OciCalls.required("the compartment of " + ocid, compartment);
        compartments.put(ocid, named);
        return named;
    }
}
