package dev.freehold.lab.oracle.network;

import static dev.freehold.lab.oracle.network.NetworkKinds.PUBLIC_IP;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.limit.Claim;
import dev.freehold.lab.oracle.limit.Gauge.Use;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.oracle.tenancy.Compartments;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.util.Map;
import java.util.function.Predicate;

/// The public IPs API.
public final class PublicIpApi implements Api {
    private final Limits limits;

    public PublicIpApi(Limits limits) {
        this.limits = limits;
        limits.gauge(
                "reserved-public-ip-count",
                tx -> tx.stream(PUBLIC_IP.name())
                        .filter(ip -> ip.has("lifetime", "RESERVED") && !ip.isIn("TERMINATED"))
                        .map(ip -> new Use(ip.compartmentId(), "", 1)));
    }

    @Override
    public void serve(Routes routes) {
        routes.get(PUBLIC_IP.path(), this::list);
        routes.get(PUBLIC_IP.onePath(), (call, tx) -> PUBLIC_IP.reply(tx, PUBLIC_IP.find(call, tx)));
        routes.post(PUBLIC_IP.path(), this::create);
        routes.put(PUBLIC_IP.onePath(), this::update);
        routes.delete(PUBLIC_IP.onePath(), (call, tx) -> {
            PublicIps.end(tx, PUBLIC_IP.toChange(call, tx));
            return Replies.noContent();
        });
        routes.post(PUBLIC_IP.path() + "/actions/getByPrivateIpId", (call, tx) -> {
            var privateIp = call.required("privateIpId");
            return first(tx, ip -> ip.has("privateIpId", privateIp), privateIp);
        });
        routes.post(PUBLIC_IP.path() + "/actions/getByIpAddress", (call, tx) -> {
            var address = call.required("ipAddress");
            return first(tx, ip -> ip.has("ipAddress", address), address);
        });
    }

    private static Reply first(Tx tx, Predicate<Resource> wanted, String name) {
        return tx.stream(PUBLIC_IP.name())
                .filter(ip -> !Kind.isGone(ip))
                .filter(wanted)
                .findFirst()
                .map(ip -> PUBLIC_IP.reply(tx, ip))
                .orElseThrow(() -> Refusal.notFound("public IP of " + name));
    }

    private Reply list(Call call, Tx tx) {
        var scope = call.requiredQuery("scope");
        var compartment = call.requiredQuery("compartmentId");
        if (scope.equals("AVAILABILITY_DOMAIN")) {
            call.requiredQuery("availabilityDomain");
        } else if (!scope.equals("REGION")) {
            throw Refusal.invalid("scope is REGION or AVAILABILITY_DOMAIN");
        }
        return PUBLIC_IP.page(
                call,
                tx,
                tx.stream(PUBLIC_IP.name())
                        .filter(ip -> ip.compartmentId().equals(compartment) && ip.has("scope", scope))
                        .filter(ip -> call.admits("lifetime", ip.text("lifetime")))
                        .filter(ip -> scope.equals("REGION")
                                || call.admits("availabilityDomain", ip.text("availabilityDomain")))
                        .filter(ip -> !ip.isIn("TERMINATED"))
                        .toList());
    }

    private Reply create(Call call, Tx tx) {
        var compartment = Compartments.of(call, tx);
        var privateIp = call.optional("privateIpId").map(id -> NetworkKinds.PRIVATE_IP.find(tx, id));
        privateIp.ifPresent(target -> checkFree(tx, target));
        var attributes = Details.created(call, "publicip");
        return switch (call.required("lifetime")) {
            case "RESERVED" -> {
                limits.admit(tx, new Claim(compartment, "", Map.of("reserved-public-ip-count", 1L)));
                var made = PublicIps.reserve(tx, compartment, attributes);
                yield PUBLIC_IP.reply(
                        tx,
                        privateIp
                                .map(target -> PublicIps.assign(tx, made, target))
                                .orElse(made));
            }
            case "EPHEMERAL" -> {
                var target = privateIp.orElseThrow(() -> Refusal.missing("privateIpId"));
                if (!target.get("isPrimary").asBoolean(false)) {
                    throw Refusal.invalid("An ephemeral public IP goes to a primary private IP alone");
                }
                yield PUBLIC_IP.reply(tx, PublicIps.ephemeral(tx, target.compartmentId(), target, attributes));
            }
            default -> throw Refusal.invalid("lifetime is RESERVED or EPHEMERAL");
        };
    }

    private static void checkFree(Tx tx, Resource privateIp) {
        var vnic = tx.find(privateIp.text("vnicId"));
        if (vnic.isEmpty() || Kind.isGone(vnic.get())) {
            throw Refusal.notFound("private IP " + privateIp.id());
        }
        PublicIps.of(tx, privateIp.id()).ifPresent(other -> {
            throw Refusal.conflict("The private IP " + privateIp.id() + " has the public IP " + other.id()
                    + " assigned. You must remove it to proceed with this operation.");
        });
    }

    private Reply update(Call call, Tx tx) {
        var ip = PUBLIC_IP.toChange(call, tx);
        var wanted = call.json().path("privateIpId");
        var named = tx.put(ip.with(attributes -> Details.update(call, attributes)));
        if (!wanted.isString() || ip.has("privateIpId", wanted.stringValue())) {
            return PUBLIC_IP.reply(tx, named);
        }
        if (ip.has("lifetime", "EPHEMERAL")) {
            throw Refusal.conflict("An ephemeral public IP can't be moved or unassigned, only deleted");
        }
        if (ip.isIn("ASSIGNING", "UNASSIGNING", "PROVISIONING")) {
            throw Refusal.incorrectState("The public IP " + ip.id() + " is in state " + ip.state());
        }
        if (Json.text(call.json(), "privateIpId", "").isEmpty()) {
            return PUBLIC_IP.reply(tx, ip.text("privateIpId").isEmpty() ? named : PublicIps.unassign(tx, named));
        }
        var target = NetworkKinds.PRIVATE_IP.find(tx, wanted.stringValue());
        checkFree(tx, target);
        return PUBLIC_IP.reply(tx, PublicIps.assign(tx, named, target));
    }

    @Override
    public void watch(World world) {
        PublicIps.watch(world);
    }
}
