package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.PrivateIp;
import com.oracle.bmc.core.model.VnicAttachment;
import com.oracle.bmc.core.requests.GetInstanceRequest;
import com.oracle.bmc.core.requests.GetVnicRequest;
import com.oracle.bmc.core.requests.ListPrivateIpsRequest;
import com.oracle.bmc.core.requests.ListVnicAttachmentsRequest;
import com.oracle.bmc.core.responses.ListPrivateIpsResponse;
import com.oracle.bmc.core.responses.ListVnicAttachmentsResponse;
import dev.freehold.adapters.oci.ownership.Lifecycle;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.adapters.oci.wire.Pages;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way from an instance to its addresses: its answer has none, so it goes over the attachments of its network
/// cards.
public final class NetworkCards {
    private final Tenancy tenancy;

    public NetworkCards(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /// The OCID of the card that an instance was launched with; empty if there is no such instance, or its card
    /// is not attached yet.
    Optional<String> primaryOf(String instance) {
        var compartment = OciCalls.find(
                        "GetInstance",
                        () -> tenancy.clients()
                                .compute()
                                .getInstance(GetInstanceRequest.builder()
                                        .instanceId(instance)
                                        .build())
                                .getInstance())
                .map(found -> OciCalls.required("the compartment of " + instance, found.getCompartmentId()));
        if (compartment.isEmpty()) {
            return Optional.empty();
        }
        for (var attachment : attachments(compartment.get(), instance, null)) {
            var vnic = attachment.getVnicId();
            boolean attached = Lifecycle.of("The VNIC attachment " + attachment.getId(), attachment.getLifecycleState())
                    == Lifecycle.READY;
            if (attached && vnic != null && isPrimary(vnic)) {
                return Optional.of(vnic);
            }
        }
        return Optional.empty();
    }

    /// @param instance its OCID; absent: those of every instance
    /// @param vnic its OCID; absent: those of every card
    List<VnicAttachment> attachments(String compartment, @Nullable String instance, @Nullable String vnic) {
        return Pages.all(
                "ListVnicAttachments",
                page -> tenancy.clients()
                        .compute()
                        .listVnicAttachments(ListVnicAttachmentsRequest.builder()
                                .compartmentId(compartment)
                                .instanceId(instance)
                                .vnicId(vnic)
                                .page(page)
                                .build()),
                ListVnicAttachmentsResponse::getItems,
                ListVnicAttachmentsResponse::getOpcNextPage);
    }

    private boolean isPrimary(String vnic) {
        return OciCalls.find(
                        "GetVnic",
                        () -> tenancy.clients()
                                .network()
                                .getVnic(GetVnicRequest.builder().vnicId(vnic).build())
                                .getVnic())
                .filter(card -> Boolean.TRUE.equals(card.getIsPrimary()))
                .isPresent();
    }

    /// Every private address of a card.
    public List<PrivateIp> addressesOf(String vnic) {
        return addresses(vnic, null, null);
    }

    /// Every private address of a subnet.
    List<PrivateIp> addressesIn(String subnet) {
        return addresses(null, subnet, null);
    }

    /// The one private IP of a subnet that has that address.
    Optional<PrivateIp> holderOf(String subnet, String address) {
        return addresses(null, subnet, address).stream().findFirst();
    }

    private List<PrivateIp> addresses(@Nullable String vnic, @Nullable String subnet, @Nullable String address) {
        return Pages.all(
                "ListPrivateIps",
                page -> tenancy.clients()
                        .network()
                        .listPrivateIps(ListPrivateIpsRequest.builder()
                                .vnicId(vnic)
                                .subnetId(subnet)
                                .ipAddress(address)
                                .page(page)
                                .build()),
                ListPrivateIpsResponse::getItems,
                ListPrivateIpsResponse::getOpcNextPage);
    }
}
