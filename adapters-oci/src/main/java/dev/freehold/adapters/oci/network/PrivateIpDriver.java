package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.CreatePrivateIpDetails;
import com.oracle.bmc.core.model.PrivateIp;
import com.oracle.bmc.core.requests.CreatePrivateIpRequest;
import com.oracle.bmc.core.requests.DeletePrivateIpRequest;
import com.oracle.bmc.core.requests.GetPrivateIpRequest;
import com.oracle.bmc.core.requests.GetVnicRequest;
import dev.freehold.adapters.oci.ownership.CommonFields;
import dev.freehold.adapters.oci.ownership.Ownership;
import dev.freehold.adapters.oci.ownership.Tenancy;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.OciOutputs.Address;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Inventory.Item;
import dev.freehold.ports.skeleton.Declined;
import dev.freehold.ports.skeleton.Found;
import dev.freehold.ports.skeleton.KindDriver;
import dev.freehold.ports.skeleton.Listing;
import dev.freehold.ports.skeleton.Waiting;
import java.util.List;
import java.util.Optional;

/// [OciResource.PrivateIp] on the Core API 20160918: one more address on the card that an instance was launched
/// with. It has no states: it is there or it is not.
public final class PrivateIpDriver implements KindDriver<OciResource.PrivateIp> {
    private final Tenancy tenancy;
    private final NetworkCards cards;
    private final AddressHolders holders;
    private final SubnetDriver subnets;

    public PrivateIpDriver(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.cards = new NetworkCards(tenancy);
        this.holders = new AddressHolders(tenancy);
        this.subnets = new SubnetDriver(tenancy);
    }

    @Override
    public Optional<Found<OciResource.PrivateIp>> find(OciResource.PrivateIp wanted, Context context) {
        var card = tenancy.locations().ocid(wanted.instance(), context).flatMap(cards::primaryOf);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        for (var ip : cards.addressesOf(card.get())) {
            if (tenancy.ownership().is(wanted, ip.getFreeformTags())) {
                return Optional.of(found(ip, wanted));
            }
        }
        return Optional.empty();
    }

    private static Found<OciResource.PrivateIp> found(PrivateIp ip, OciResource.PrivateIp wanted) {
        var ocid = OciCalls.required("the OCID of a private IP", ip.getId());
        var address = OciCalls.required("the address of the private IP " + ocid, ip.getIpAddress());
        var actual = new OciResource.PrivateIp(wanted.name(), Ipv4.parse(address), wanted.instance());
        return Found.ours(
                ocid, actual, new Address(new Ocid(ocid), Ipv4.parse(address)), Ownership.token(ip.getFreeformTags()));
    }

    @Override
    public void make(OciResource.PrivateIp wanted, Token token, Context context) throws InterruptedException {
        var instance = tenancy.locations().requiredOcid(wanted.instance(), context);
        var card = tenancy.waiting().until(context, "the network card of " + wanted.instance(), () -> {
            var attached = cards.primaryOf(instance);
            return attached.isPresent() ? Waiting.Sight.there(attached.get()) : Waiting.Sight.yet("not attached");
        });
        refuseClash(wanted, card);
        var details = CreatePrivateIpDetails.builder()
                .vnicId(card)
                .ipAddress(wanted.address().toString())
                .displayName(wanted.name())
                .freeformTags(tenancy.ownership().tags(wanted, token))
                .build();
        OciCalls.ask(
                "CreatePrivateIp",
                () -> tenancy.clients()
                        .network()
                        .createPrivateIp(CreatePrivateIpRequest.builder()
                                .createPrivateIpDetails(details)
                                .opcRetryToken(token.text())
                                .build()));
    }

    /// OCI says `Conflict` of an address that is taken, which it says of what passes as well.
    private void refuseClash(OciResource.PrivateIp wanted, String card) {
        var subnet = OciCalls.ask(
                "GetVnic",
                () -> tenancy.clients()
                        .network()
                        .getVnic(GetVnicRequest.builder().vnicId(card).build())
                        .getVnic()
                        .getSubnetId());
        holders.of(
                        OciCalls.required("the subnet of " + card, subnet),
                        wanted.address().toString())
                .ifPresent(holder -> {
                    throw new Declined(
                            Declined.Reason.NAME_TAKEN,
                            "Conflict",
                            wanted.address() + ", which " + wanted.id() + " is to have, is held by " + holder.words()
                                    + ". Free it, or choose another address in freehold.yaml.");
                });
    }

    @Override
    public void change(Found<OciResource.PrivateIp> there, OciResource.PrivateIp wanted, Context context) {
        throw KindDriver.fixed(wanted);
    }

    @Override
    public void remove(Found<OciResource.PrivateIp> there, OciResource.PrivateIp gone, Context context)
            throws InterruptedException {
        OciCalls.find(
                "DeletePrivateIp",
                () -> tenancy.clients()
                        .network()
                        .deletePrivateIp(DeletePrivateIpRequest.builder()
                                .privateIpId(there.handle())
                                .build()));
        tenancy.waiting().until(context, "private IP " + gone.name(), () -> {
            var seen = OciCalls.find(
                    "GetPrivateIp",
                    () -> tenancy.clients()
                            .network()
                            .getPrivateIp(GetPrivateIpRequest.builder()
                                    .privateIpId(there.handle())
                                    .build())
                            .getPrivateIp());
            return seen.isEmpty() ? Waiting.Sight.there(true) : Waiting.Sight.yet("still there");
        });
    }

    @Override
    public Listing listing() {
        return new Listing.ByPart(this::ours);
    }

    /// Private addresses are listed by subnet alone, and ours are in our own.
    private List<Item> ours(String compartment) {
        return subnets.list(compartment, null).stream()
                .filter(subnet -> tenancy.ownership().isOurs(subnet.getFreeformTags()))
                .map(subnet -> OciCalls.required("the OCID of a subnet", subnet.getId()))
                .map(cards::addressesIn)
                .flatMap(addresses ->
                        tenancy
                                .ownership()
                                .items("private IP", addresses.stream().map(PrivateIpDriver::row))
                                .stream())
                .toList();
    }

    private static CommonFields row(PrivateIp ip) {
        return new CommonFields(ip.getId(), ip.getDisplayName(), null, ip.getFreeformTags());
    }
}
