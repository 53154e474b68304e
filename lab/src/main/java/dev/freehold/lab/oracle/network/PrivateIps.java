package dev.freehold.lab.oracle.network;

import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.network.Vnics.Rank;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Private addresses of VNICs.
final class PrivateIps {
    private PrivateIps() {}

    static Stream<Resource> of(Tx tx, String vnicId) {
        return tx.stream(NetworkKinds.PRIVATE_IP.name()).filter(ip -> ip.has("vnicId", vnicId));
    }

    static Resource primary(Tx tx, String vnicId) {
        return of(tx, vnicId)
                .filter(ip -> ip.get("isPrimary").asBoolean(false))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("primary private IP of " + vnicId));
    }

    /// @param wanted an address, or empty for any that is free
    /// @param attributes of the private address so far
    /// @throws Refusal if the address is not the subnet's to give
    static Resource make(Tx tx, Resource subnet, Resource vnic, Rank rank, String wanted, ObjectNode attributes) {
        attributes
                .put("ipAddress", address(tx, subnet, wanted))
                .put("isPrimary", rank == Rank.PRIMARY)
                .put("subnetId", subnet.id())
                .put("vnicId", vnic.id())
                .put("availabilityDomain", vnic.text("availabilityDomain"));
        return tx.create(NetworkKinds.PRIVATE_IP.name(), vnic.compartmentId(), "", attributes);
    }

    private static String address(Tx tx, Resource subnet, String wanted) {
        var cidr = Cidr.parse(subnet.text("cidrBlock"));
        Set<String> used = tx.stream(NetworkKinds.PRIVATE_IP.name())
                .filter(ip -> ip.has("subnetId", subnet.id()))
                .map(ip -> ip.text("ipAddress"))
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return LongStream.range(cidr.first() + 2, cidr.last())
                    .mapToObj(Cidr::text)
                    .filter(address -> !used.contains(address))
                    .findFirst()
                    .orElseThrow(() -> Refusal.limitExceeded("The subnet " + subnet.id() + " has no free address"));
        }
        if (!cidr.isForHosts(Cidr.address(wanted))) {
            throw Refusal.invalid("The private IP " + wanted + " is not within the subnet's usable range");
        }
        if (used.contains(wanted)) {
            throw Refusal.conflict("The private IP " + wanted + " is already in use in the subnet " + subnet.id());
        }
        return wanted;
    }
}
