package dev.freehold.adapters.oci.compute;

import com.oracle.bmc.core.model.CreatePublicIpDetails;
import com.oracle.bmc.core.model.GetPublicIpByIpAddressDetails;
import com.oracle.bmc.core.model.PublicIp.Lifetime;
import com.oracle.bmc.core.model.UpdatePublicIpDetails;
import com.oracle.bmc.core.model.Vnic;
import com.oracle.bmc.core.requests.CreatePublicIpRequest;
import com.oracle.bmc.core.requests.DeletePublicIpRequest;
import com.oracle.bmc.core.requests.GetPublicIpByIpAddressRequest;
import com.oracle.bmc.core.requests.UpdatePublicIpRequest;
import dev.freehold.adapters.oci.network.NetworkCards;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.resource.OciResource.Instance;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The public address of a machine's primary private one. An ephemeral one lives and dies with it; a reserved one
/// is somebody else's to map.
final class EphemeralAddresses {
    /// An address has been seen to come some seconds after RUNNING; what isn't there then is asked for.
    private static final Duration LAG = Duration.ofMinutes(1);

    private final Tenancy tenancy;
    private final NetworkCards cards;

    EphemeralAddresses(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.cards = new NetworkCards(tenancy);
    }

    /// Where the card's public address comes from. Where a reserved one is wanted, having none yet is no
    /// difference: it is mapped afterwards.
    PublicIp of(Vnic vnic, PublicIp wanted) {
        var there = found(vnic);
        if (there.isEmpty()) {
            return wanted == PublicIp.RESERVED ? PublicIp.RESERVED : PublicIp.NONE;
        }
        return Lifetime.Ephemeral.equals(there.get().getLifetime()) ? PublicIp.EPHEMERAL : PublicIp.RESERVED;
    }

    private Optional<com.oracle.bmc.core.model.PublicIp> found(Vnic vnic) {
        var address = vnic.getPublicIp();
        return address == null
                ? Optional.empty()
                : OciCalls.find(
                        "GetPublicIpByIpAddress",
                        () -> tenancy.clients()
                                .network()
                                .getPublicIpByIpAddress(GetPublicIpByIpAddressRequest.builder()
                                        .getPublicIpByIpAddressDetails(GetPublicIpByIpAddressDetails.builder()
                                                .ipAddress(address)
                                                .build())
                                        .build())
                                .getPublicIp());
    }

    /// Waits a while for the address that a launch asked for.
    void awaitFirst(Instance wanted, Context context, Supplier<Optional<Vnic>> card) throws InterruptedException {
        if (wanted.vnic().publicIp() != PublicIp.EPHEMERAL) {
            return;
        }
        var patience = context.timeline().now().plus(LAG);
        tenancy.waiting().until(context, "the public address of " + wanted.name(), () -> {
            boolean has = card.get().map(Vnic::getPublicIp).isPresent();
            return has || !context.timeline().now().isBefore(patience)
                    ? Waiting.Sight.there(has)
                    : Waiting.Sight.yet("not assigned yet");
        });
    }

    /// Makes it as wanted; a reserved one is left to whoever maps it.
    void change(Vnic vnic, Instance wanted, String compartment, Context context) throws InterruptedException {
        var there = found(vnic);
        if (there.isPresent()
                && of(vnic, wanted.vnic().publicIp()) != wanted.vnic().publicIp()) {
            takeAway(there.get());
        }
        if (wanted.vnic().publicIp() == PublicIp.EPHEMERAL && of(vnic, PublicIp.EPHEMERAL) != PublicIp.EPHEMERAL) {
            give(vnic, compartment);
        }
    }

    private void takeAway(com.oracle.bmc.core.model.PublicIp there) {
        if (Lifetime.Ephemeral.equals(there.getLifetime())) {
            OciCalls.find(
                    "DeletePublicIp",
                    () -> tenancy.clients()
                            .network()
                            .deletePublicIp(DeletePublicIpRequest.builder()
                                    .publicIpId(there.getId())
                                    .build()));
            return;
        }
        if (!tenancy.ownership().isOurs(there.getFreeformTags())) {
            throw new Declined(
                    Declined.Reason.FORBIDDEN,
                    "Conflict",
                    "The reserved public address " + there.getIpAddress()
                            + " is mapped there, and Freehold did not make it. Unassign it in Oracle's console.");
        }
        OciCalls.ask(
                "UpdatePublicIp",
                () -> tenancy.clients()
                        .network()
                        .updatePublicIp(UpdatePublicIpRequest.builder()
                                .publicIpId(there.getId())
                                .updatePublicIpDetails(UpdatePublicIpDetails.builder()
                                        .privateIpId("")
                                        .build())
                                .build()));
    }

    private void give(Vnic vnic, String compartment) {
        var primary = cards.addressesOf(vnic.getId()).stream()
                .filter(one -> Boolean.TRUE.equals(one.getIsPrimary()))
                .findFirst()
                .orElse(null);
        var ocid = OciCalls.required("the primary private address of " + vnic.getId(), primary)
                .getId();
        OciCalls.ask(
                "CreatePublicIp",
                () -> tenancy.clients()
                        .network()
                        .createPublicIp(CreatePublicIpRequest.builder()
                                .createPublicIpDetails(CreatePublicIpDetails.builder()
                                        .compartmentId(compartment)
                                        .lifetime(CreatePublicIpDetails.Lifetime.Ephemeral)
                                        .privateIpId(ocid)
                                        .build())
                                .build()));
    }
}
