package dev.freehold.lab.oracle.loadbalancer;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Kind;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.oracle.limit.Claim;
import dev.freehold.lab.oracle.limit.Gauge.Use;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.oracle.network.Vnics;
import dev.freehold.lab.oracle.tenancy.Compartments;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Load balancers. One has a VNIC in its subnet, which can't go before it.
public final class LoadBalancerApi implements Api {
    static final Kind KIND = Kind.of("loadbalancer", "/20170115/loadBalancers").shownBy(LoadBalancerApi::shown);
    private static final String COUNT = "lb-flexible-count";
    private static final String BANDWIDTH = "lb-flexible-bandwidth-sum";
    private static final int LEAST_MBPS = 10;
    private static final int MOST_MBPS = 8000;

    /// Oracle publishes no figures.
    private static final Duration LEAST = Duration.ofSeconds(20);

    private static final Duration MOST = Duration.ofSeconds(60);
    static final Duration CHANGE = Duration.ofSeconds(5);

    private final Tenancy tenancy;
    private final Limits limits;

    public LoadBalancerApi(Tenancy tenancy, Limits limits) {
        this.tenancy = tenancy;
        this.limits = limits;
        limits.gauge(
                COUNT,
                tx -> tx.stream(KIND.name())
                        .filter(balancer -> !balancer.isIn("DELETED"))
                        .map(balancer -> new Use(balancer.compartmentId(), "", 1)));
        limits.gauge(
                BANDWIDTH,
                tx -> tx.stream(KIND.name())
                        .filter(balancer -> !balancer.isIn("DELETED"))
                        .map(balancer ->
                                new Use(balancer.compartmentId(), "", mostMbps(balancer.get("shapeDetails")))));
    }

    @Override
    public void serve(Routes routes) {
        KIND.serveReads(routes);
        routes.post(KIND.path(), this::create);
        routes.put(KIND.onePath(), (call, tx) -> {
            var balancer = active(call, tx);
            return BalancerWorkRequests.accepted(
                    tx,
                    tx.put(balancer.with(attributes -> Details.update(call, attributes))),
                    "UpdateLoadBalancer",
                    CHANGE);
        });
        routes.put(KIND.onePath() + "/updateShape", this::updateShape);
        routes.delete(KIND.onePath(), (call, tx) -> {
            var balancer = active(call, tx);
            var ending = KIND.end(tx, balancer, "DELETING", "DELETED", LEAST, MOST);
            return BalancerWorkRequests.accepted(tx, ending, "DeleteLoadBalancer", until(tx, ending));
        });
        BalancerWorkRequests.serve(routes);
        new BalancerParts("backendSets", "BackendSet").serve(routes);
        new BalancerParts("listeners", "Listener").serve(routes);
    }

    private static Duration until(Tx tx, Resource moving) {
        return Duration.between(tx.now(), moving.pending().getFirst().at());
    }

    /// The one that the path names, if it can be changed now.
    static Resource active(Call call, Tx tx) {
        var balancer = KIND.toChange(call, tx);
        if (!balancer.isIn("ACTIVE")) {
            throw Refusal.incorrectState("The load balancer " + balancer.id() + " is in state " + balancer.state());
        }
        return balancer;
    }

    private Reply create(Call call, Tx tx) {
        var compartment = Compartments.of(call, tx);
        call.required("displayName");
        if (!call.required("shapeName").equals("flexible")) {
            throw Refusal.invalid("The lab has load balancers of the shape flexible alone");
        }
        var mbps = checkBandwidth(call.json().path("shapeDetails"));
        var subnets = call.json().path("subnetIds");
        if (subnets.isEmpty()) {
            throw Refusal.missing("subnetIds");
        }
        var domain = tenancy.availabilityDomains().getFirst();
        var subnet = Vnics.subnet(tx, subnets.path(0).asString(""), domain);
        limits.admit(tx, new Claim(compartment, "", Map.of(COUNT, 1L, BANDWIDTH, mbps)));
        var attributes = Details.created(
                call, "lb", "shapeName", "shapeDetails", "subnetIds", "isPrivate", "networkSecurityGroupIds");
        var isPrivate = attributes.path("isPrivate").asBoolean(false);
        attributes.put("isPrivate", isPrivate);
        for (var map : new String[] {"backendSets", "listeners"}) {
            attributes.set(map, BalancerParts.complete(map, call.json().path(map)));
        }
        for (var map : new String[] {"certificates", "hostnames", "pathRouteSets", "ruleSets", "routingPolicies"}) {
            attributes.putObject(map);
        }
        var made = tx.create(KIND.name(), compartment, "CREATING", attributes);
        var card = Json.object().put("assignPublicIp", !isPrivate);
        var vnic = Vnics.make(tx, made, card, subnet, domain, Vnics.Rank.PRIMARY);
        var creating = tx.move(made.with("_vnicId", vnic.id()), "CREATING", "ACTIVE", LEAST, MOST);
        return BalancerWorkRequests.accepted(tx, creating, "CreateLoadBalancer", until(tx, creating));
    }

    private Reply updateShape(Call call, Tx tx) {
        var balancer = active(call, tx);
        var details = call.json().path("shapeDetails");
        var more = checkBandwidth(details) - mostMbps(balancer.get("shapeDetails"));
        limits.admit(tx, new Claim(balancer.compartmentId(), "", Map.of(BANDWIDTH, more)));
        var changed = tx.put(balancer.with(attributes -> attributes.set("shapeDetails", details)));
        return BalancerWorkRequests.accepted(tx, changed, "UpdateLoadBalancerShape", CHANGE);
    }

    /// @return Mbps at most
    private static long checkBandwidth(JsonNode details) {
        var least = details.path("minimumBandwidthInMbps").asInt(0);
        var most = mostMbps(details);
        if (least < LEAST_MBPS || most < least || most > MOST_MBPS) {
            throw Refusal.invalid("A flexible load balancer has from " + LEAST_MBPS + " to " + MOST_MBPS
                    + " Mbps, the lower figure first");
        }
        return most;
    }

    private static long mostMbps(JsonNode details) {
        return details.path("maximumBandwidthInMbps").asLong(0);
    }

    private static ObjectNode shown(Tx tx, Resource balancer) {
        var shown = dev.freehold.lab.oracle.api.Replies.shown(balancer);
        var addresses = shown.putArray("ipAddresses");
        if (balancer.isIn("ACTIVE")) {
            var vnic = balancer.text("_vnicId");
            var isPrivate = balancer.get("isPrivate").asBoolean();
            var address = isPrivate ? Vnics.privateAddress(tx, vnic) : Vnics.publicAddress(tx, vnic);
            address.ifPresent(
                    text -> addresses.addObject().put("ipAddress", text).put("isPublic", !isPrivate));
        }
        return shown;
    }

    @Override
    public void watch(World world) {
        BalancerWorkRequests.watch(world);
        world.when(
                KIND.name(),
                "DELETED",
                (tx, balancer) ->
                        Vnics.end(tx, balancer.text("_vnicId"), Duration.ofSeconds(5), Duration.ofSeconds(20)));
    }
}
