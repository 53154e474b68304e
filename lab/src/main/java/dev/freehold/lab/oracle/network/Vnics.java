package dev.freehold.lab.oracle.network;

import static dev.freehold.lab.oracle.network.NetworkKinds.VNIC;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Transition;
import dev.freehold.lab.world.Tx;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// VNICs: the cards of instances, made and ended by whoever has the instances.
public final class Vnics implements Api {
    private static final Kind SHOWN = VNIC.shownBy(Vnics::shown);

    @Override
    public void serve(Routes routes) {
        routes.get(SHOWN.onePath(), (call, tx) -> SHOWN.reply(tx, SHOWN.find(call, tx)));
        routes.put(SHOWN.onePath(), (call, tx) -> {
            var vnic = SHOWN.toChange(call, tx);
            checkGroups(tx, call.json(), vnic.text("_vcnId"));
            return SHOWN.reply(
                    tx,
                    tx.put(vnic.with(attributes ->
                            Details.update(call, attributes, "hostnameLabel", "nsgIds", "skipSourceDestCheck"))));
        });
    }

    private static ObjectNode shown(Tx tx, Resource vnic) {
        var shown = Replies.shown(vnic);
        PrivateIps.of(tx, vnic.id())
                .filter(ip -> ip.get("isPrimary").asBoolean(false))
                .findFirst()
                .ifPresent(ip -> {
                    shown.put("privateIp", ip.text("ipAddress"));
                    assigned(tx, ip.id()).ifPresent(address -> shown.put("publicIp", address));
                });
        return shown;
    }

    private static Optional<String> assigned(Tx tx, String privateIpId) {
        return PublicIps.of(tx, privateIpId).filter(ip -> ip.isIn("ASSIGNED")).map(ip -> ip.text("ipAddress"));
    }

    /// The primary private address of a VNIC, if it has one still.
    public static Optional<String> privateAddress(Tx tx, String vnicId) {
        return tx.find(VNIC.name(), vnicId)
                .map(vnic -> Json.text(shown(tx, vnic), "privateIp", ""))
                .filter(text -> !text.isEmpty());
    }

    /// The public address that its primary private one has.
    public static Optional<String> publicAddress(Tx tx, String vnicId) {
        return tx.find(VNIC.name(), vnicId)
                .map(vnic -> Json.text(shown(tx, vnic), "publicIp", ""))
                .filter(text -> !text.isEmpty());
    }

    /// A subnet that something in `availabilityDomain` may have a VNIC in.
    ///
    /// @throws Refusal if it is not there or in another domain
    public static Resource subnet(Tx tx, String subnetId, String availabilityDomain) {
        var subnet = NetworkKinds.SUBNET.usable(tx, subnetId);
        var domain = subnet.text("availabilityDomain");
        if (!domain.isEmpty() && !domain.equals(availabilityDomain)) {
            throw Refusal.invalid("The subnet " + subnetId + " is in " + domain + ", not in " + availabilityDomain);
        }
        return subnet;
    }

    /// What a VNIC is among its owner's, or a private address among its VNIC's.
    public enum Rank {
        PRIMARY,
        SECONDARY
    }

    /// Makes one with its primary private address and, where wanted, an ephemeral public one.
    ///
    /// @param owner what it belongs to, such as an instance: of its compartment
    /// @param details `createVnicDetails` of the API
    /// @throws Refusal if an address or group can't be had
    public static Resource make(
            Tx tx, Resource owner, JsonNode details, Resource subnet, String availabilityDomain, Rank rank) {
        var vcn = subnet.text("vcnId");
        checkGroups(tx, details, vcn);
        var prohibited = subnet.get("prohibitPublicIpOnVnic").asBoolean(false);
        var wantsPublic = details.path("assignPublicIp").asBoolean(!prohibited);
        if (wantsPublic && prohibited) {
            throw Refusal.invalid("The subnet " + subnet.id() + " prohibits public IPs on its VNICs");
        }
        var name = Json.text(details, "displayName", owner.text("displayName"));
        var vnic = PublicIps.unnamed()
                .put("displayName", name)
                .put("subnetId", subnet.id())
                .put("availabilityDomain", availabilityDomain)
                .put("isPrimary", rank == Rank.PRIMARY)
                .put("skipSourceDestCheck", details.path("skipSourceDestCheck").asBoolean(false))
                .put("_vcnId", vcn)
                .put("_instanceId", owner.id());
        var sequence = tx.nextSequence();
        vnic.put(
                "macAddress",
                "02:00:17:%02X:%02X:%02X".formatted(sequence >> 16 & 255, sequence >> 8 & 255, sequence & 255));
        var hostname = Json.text(details, "hostnameLabel", "");
        if (!hostname.isEmpty()) {
            checkLabel(tx, subnet, hostname);
            vnic.put("hostnameLabel", hostname);
        }
        vnic.set("nsgIds", details.path("nsgIds").isArray() ? details.get("nsgIds") : Json.array());
        for (var tags : new String[] {"freeformTags", "definedTags"}) {
            if (details.path(tags).isObject()) {
                vnic.set(tags, details.get(tags));
            }
        }
        var made = tx.create(VNIC.name(), owner.compartmentId(), "AVAILABLE", vnic);
        var address = PublicIps.unnamed().put("displayName", name);
        if (!hostname.isEmpty()) {
            address.put("hostnameLabel", hostname);
        }
        var privateIp = PrivateIps.make(tx, subnet, made, Rank.PRIMARY, Json.text(details, "privateIp", ""), address);
        if (wantsPublic) {
            PublicIps.ephemeral(
                    tx, made.compartmentId(), privateIp, PublicIps.unnamed().put("displayName", name));
        }
        return made;
    }

    /// One name in the subnet's resolver for one card; a card that is going has let go of it.
    private static void checkLabel(Tx tx, Resource subnet, String hostname) {
        boolean taken = tx.stream(VNIC.name())
                .filter(vnic -> vnic.has("subnetId", subnet.id()) && vnic.has("hostnameLabel", hostname))
                .anyMatch(vnic -> vnic.state().equals("AVAILABLE"));
        if (taken) {
            throw Refusal.invalid("The hostname label " + hostname + " is already in use in the subnet " + subnet.id());
        }
    }

    private static void checkGroups(Tx tx, JsonNode details, String vcnId) {
        details.path("nsgIds").forEach(id -> {
            if (!NetworkKinds.SECURITY_GROUP.usable(tx, id.asString()).has("vcnId", vcnId)) {
                throw Refusal.invalid("The network security group " + id.asString() + " is in another VCN");
            }
        });
    }

    /// It goes `after` a while, and until then its subnet can't go: VNICs linger.
    public static void end(Tx tx, String vnicId, Duration least, Duration most) {
        tx.find(VNIC.name(), vnicId).filter(vnic -> !Kind.isGone(vnic)).ifPresent(vnic -> {
            PrivateIps.of(tx, vnicId).forEach(ip -> {
                PublicIps.release(tx, ip.id());
                tx.forget(ip.id());
            });
            tx.later(tx.move(vnic, "TERMINATING", "TERMINATED", least, most), Duration.ZERO, Transition.GONE);
        });
    }
}
