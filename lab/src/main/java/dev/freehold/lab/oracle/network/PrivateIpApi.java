package dev.freehold.lab.oracle.network;

import static dev.freehold.lab.oracle.network.NetworkKinds.PRIVATE_IP;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.network.Vnics.Rank;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Tx;

/// The private IPs API: the primary ones that come with VNICs, and secondary ones.
public final class PrivateIpApi implements Api {

    @Override
    public void serve(Routes routes) {
        routes.get(PRIVATE_IP.path(), (call, tx) -> {
            if (call.query("subnetId").isEmpty() && call.query("vnicId").isEmpty()) {
                throw Refusal.missing("subnetId or vnicId");
            }
            return PRIVATE_IP.page(
                    call,
                    tx,
                    tx.stream(PRIVATE_IP.name())
                            .filter(ip -> call.admits("subnetId", ip.text("subnetId")))
                            .filter(ip -> call.admits("vnicId", ip.text("vnicId")))
                            .filter(ip -> call.admits("ipAddress", ip.text("ipAddress")))
                            .toList());
        });
        routes.get(PRIVATE_IP.onePath(), (call, tx) -> PRIVATE_IP.reply(tx, PRIVATE_IP.find(call, tx)));
        routes.post(PRIVATE_IP.path(), PrivateIpApi::create);
        routes.put(PRIVATE_IP.onePath(), (call, tx) -> {
            var ip = PRIVATE_IP.toChange(call, tx);
            call.optional("vnicId").ifPresent(vnic -> {
                if (ip.get("isPrimary").asBoolean(false)) {
                    throw Refusal.invalid("A primary private IP can't be moved");
                }
                if (!NetworkKinds.VNIC.usable(tx, vnic).has("subnetId", ip.text("subnetId"))) {
                    throw Refusal.invalid("The VNIC " + vnic + " is in another subnet");
                }
            });
            return PRIVATE_IP.reply(
                    tx, tx.put(ip.with(attributes -> Details.update(call, attributes, "vnicId", "hostnameLabel"))));
        });
        routes.delete(PRIVATE_IP.onePath(), (call, tx) -> {
            var ip = PRIVATE_IP.toChange(call, tx);
            if (ip.get("isPrimary").asBoolean(false)) {
                throw Refusal.invalid("A primary private IP goes with its VNIC alone");
            }
            PublicIps.release(tx, ip.id());
            tx.forget(ip.id());
            return Replies.noContent();
        });
    }

    private static Reply create(Call call, Tx tx) {
        var vnic = NetworkKinds.VNIC.usable(tx, call.required("vnicId"));
        var subnet = NetworkKinds.SUBNET.usable(tx, vnic.text("subnetId"));
        var attributes = Details.created(call, "privateip", "hostnameLabel");
        var wanted = Json.text(call.json(), "ipAddress", "");
        return PRIVATE_IP.reply(tx, PrivateIps.make(tx, subnet, vnic, Rank.SECONDARY, wanted, attributes));
    }
}
