package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.Instance;
import com.oracle.bmc.core.model.PrivateIp;
import com.oracle.bmc.core.model.VnicAttachment;
import com.oracle.bmc.core.requests.GetInstanceRequest;
import dev.freehold.adapters.oci.ownership.Lifecycle;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import java.util.Optional;

/// Finds out who has a private address: a private IP names its network card alone, and whose card that is stands
/// with the card's attachment.
public final class AddressHolders {
    private final Tenancy tenancy;
    private final NetworkCards cards;

    public AddressHolders(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.cards = new NetworkCards(tenancy);
    }

    /// @param subnet its OCID
    /// @return empty if nobody has it
    public Optional<AddressHolder> of(String subnet, String address) {
        return cards.holderOf(subnet, address).map(this::of);
    }

    private AddressHolder of(PrivateIp ip) {
        var machine = machine(ip);
        boolean isLeaving = machine.filter(found -> !isGone(found)).isEmpty();
        var tags = Boolean.TRUE.equals(ip.getIsPrimary())
                ? machine.map(Instance::getFreeformTags).orElse(null)
                : ip.getFreeformTags();
        boolean isOurs = tenancy.ownership().isOurs(tags);
        var id = Ownership.resource(tags).filter(_ -> isOurs).map(Object::toString);
        return new AddressHolder(
                id.map(text -> text + ", which is this platform's").orElseGet(() -> words(ip, machine)),
                isOurs,
                machine.map(Instance::getId),
                isLeaving);
    }

    private static String words(PrivateIp ip, Optional<Instance> machine) {
        return machine.map(found -> "the instance " + found.getDisplayName() + " (" + found.getId() + ")")
                .orElseGet(() -> "the private IP " + ip.getId());
    }

    private static boolean isGone(Instance machine) {
        return Instance.LifecycleState.Terminating.equals(machine.getLifecycleState())
                || Lifecycle.of("The instance " + machine.getId(), machine.getLifecycleState()) == Lifecycle.GONE;
    }

    private Optional<Instance> machine(PrivateIp ip) {
        var card = ip.getVnicId();
        var compartment = ip.getCompartmentId();
        if (card == null || compartment == null) {
            return Optional.empty();
        }
        return cards.attachments(compartment, null, card).stream()
                .map(VnicAttachment::getInstanceId)
                .findFirst()
                .flatMap(ocid -> OciCalls.find(
                        "GetInstance",
                        () -> tenancy.clients()
                                .compute()
                                .getInstance(GetInstanceRequest.builder()
                                        .instanceId(ocid)
                                        .build())
                                .getInstance()));
    }
}
