package dev.freehold.lab.oracle.network;

import static dev.freehold.lab.oracle.network.NetworkKinds.PUBLIC_IP;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import tools.jackson.databind.node.ObjectNode;

/// Public addresses and the private ones that they are assigned to. Assigning takes a while, and a move that can't
/// be ends quietly without an assignment.
final class PublicIps {
    /// Oracle publishes no figure.
    private static final Duration LEAST = Duration.ofSeconds(2);

    private static final Duration MOST = Duration.ofSeconds(20);

    /// Addresses for documentation: nobody's. TEST-NET-2 and TEST-NET-3 (RFC 5737).
    private static final List<String> BLOCKS = List.of("203.0.113.0/24", "198.51.100.0/24");

    private PublicIps() {}

    /// @param attributes display name and tags
    static Resource reserve(Tx tx, String compartment, ObjectNode attributes) {
        attributes.put("lifetime", "RESERVED").put("scope", "REGION").put("ipAddress", freeAddress(tx));
        var made = tx.create(PUBLIC_IP.name(), compartment, "PROVISIONING", attributes);
        return tx.move(made, "PROVISIONING", "AVAILABLE", NetworkKinds.LEAST, NetworkKinds.MOST);
    }

    /// One that lives and dies with its private address.
    static Resource ephemeral(Tx tx, String compartment, Resource privateIp, ObjectNode attributes) {
        attributes
                .put("lifetime", "EPHEMERAL")
                .put("scope", "AVAILABILITY_DOMAIN")
                .put("availabilityDomain", privateIp.text("availabilityDomain"))
                .put("ipAddress", freeAddress(tx));
        return assign(tx, tx.create(PUBLIC_IP.name(), compartment, "PROVISIONING", attributes), privateIp);
    }

    private static String freeAddress(Tx tx) {
        var used = tx.stream(PUBLIC_IP.name()).map(ip -> ip.text("ipAddress")).toList();
        return BLOCKS.stream()
                .map(Cidr::parse)
                .flatMapToLong(block -> LongStream.range(block.first() + 2, block.last())
                        .boxed()
                        .mapToLong(Long::longValue))
                .mapToObj(Cidr::text)
                .filter(address -> !used.contains(address))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The lab has no public address left"));
    }

    static Resource assign(Tx tx, Resource publicIp, Resource privateIp) {
        var assigned = publicIp.with(attributes -> attributes
                .put("privateIpId", privateIp.id())
                .put("assignedEntityId", privateIp.id())
                .put("assignedEntityType", "PRIVATE_IP"));
        return tx.move(assigned, "ASSIGNING", "ASSIGNED", LEAST, MOST);
    }

    static Resource unassign(Tx tx, Resource publicIp) {
        return tx.move(free(publicIp), "UNASSIGNING", "AVAILABLE", LEAST, MOST);
    }

    private static Resource free(Resource publicIp) {
        return publicIp.with(attributes -> {
            attributes.remove("privateIpId");
            attributes.remove("assignedEntityId");
            attributes.remove("assignedEntityType");
        });
    }

    static Resource end(Tx tx, Resource publicIp) {
        return PUBLIC_IP.end(tx, free(publicIp), NetworkKinds.LEAST, NetworkKinds.MOST);
    }

    /// The one that a private address has or is getting.
    static Optional<Resource> of(Tx tx, String privateIpId) {
        return tx.stream(PUBLIC_IP.name())
                .filter(ip -> ip.has("privateIpId", privateIpId))
                .findFirst();
    }

    /// Its private address is going: an ephemeral one goes too, a reserved one is free again.
    static void release(Tx tx, String privateIpId) {
        of(tx, privateIpId).ifPresent(ip -> {
            if (ip.has("lifetime", "EPHEMERAL")) {
                end(tx, ip);
            } else {
                unassign(tx, ip);
            }
        });
    }

    static void watch(World world) {
        world.when(PUBLIC_IP.name(), "ASSIGNED", (tx, ip) -> {
            var other = tx.stream(PUBLIC_IP.name())
                    .anyMatch(one -> !one.id().equals(ip.id())
                            && one.has("privateIpId", ip.text("privateIpId"))
                            && one.isIn("ASSIGNED"));
            if (other || tx.find(ip.text("privateIpId")).isEmpty()) {
                tx.put(free(ip).in("AVAILABLE"));
            }
        });
    }

    static ObjectNode unnamed() {
        var attributes = Json.object();
        attributes.set("freeformTags", Json.object());
        attributes.set("definedTags", Json.object());
        return attributes;
    }
}
