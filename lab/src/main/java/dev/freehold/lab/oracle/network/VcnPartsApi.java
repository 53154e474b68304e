package dev.freehold.lab.oracle.network;

import static dev.freehold.lab.oracle.network.NetworkKinds.LEAST;
import static dev.freehold.lab.oracle.network.NetworkKinds.MOST;

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
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/// Internet gateways, route tables and security lists.
public final class VcnPartsApi implements Api {
    private final Limits limits;

    public VcnPartsApi(Limits limits) {
        this.limits = limits;
        limits.gauge(
                "internet-gateway-count",
                tx -> tx.stream(NetworkKinds.INTERNET_GATEWAY.name())
                        .filter(gateway -> !gateway.isIn("TERMINATED"))
                        .map(gateway -> new Use(gateway.compartmentId(), "", 1)));
    }

    @Override
    public void serve(Routes routes) {
        serve(
                routes,
                NetworkKinds.INTERNET_GATEWAY,
                this::gateway,
                (tx, gateway) -> References.refuse(
                        tx,
                        gateway,
                        NetworkKinds.ROUTE_TABLE,
                        table -> table.get("routeRules")
                                .valueStream()
                                .anyMatch(rule ->
                                        Json.text(rule, "networkEntityId", "").equals(gateway.id()))));
        serve(
                routes,
                NetworkKinds.ROUTE_TABLE,
                VcnPartsApi::routeTable,
                (tx, table) -> References.refuse(
                        tx, table, NetworkKinds.SUBNET, subnet -> subnet.has("routeTableId", table.id())));
        serve(
                routes,
                NetworkKinds.SECURITY_LIST,
                VcnPartsApi::securityList,
                (tx, list) -> References.refuse(
                        tx,
                        list,
                        NetworkKinds.SUBNET,
                        subnet -> References.holds(subnet, "securityListIds", list.id())));
    }

    /// What a body is for.
    private enum Purpose {
        CREATE,
        UPDATE
    }

    /// What a body says, checked.
    private interface Reading {
        ObjectNode attributes(Call call, Tx tx, String vcnId, ObjectNode before, Purpose purpose);
    }

    private static void serve(Routes routes, Kind kind, Reading reading, BiConsumer<Tx, Resource> refuseInUse) {
        kind.serveReads(routes);
        routes.post(kind.path(), (call, tx) -> {
            var compartment = Compartments.of(call, tx);
            var vcn = NetworkKinds.VCN.usable(tx, call.required("vcnId"));
            var attributes =
                    reading.attributes(call, tx, vcn.id(), Details.created(call, kind.name(), "vcnId"), Purpose.CREATE);
            var made = tx.create(kind.name(), compartment, "PROVISIONING", attributes);
            return kind.reply(tx, tx.move(made, "PROVISIONING", "AVAILABLE", LEAST, MOST));
        });
        routes.put(kind.onePath(), (call, tx) -> {
            var found = kind.toChange(call, tx);
            return kind.reply(tx, tx.put(found.with(attributes -> {
                Details.update(call, attributes);
                reading.attributes(call, tx, found.text("vcnId"), attributes, Purpose.UPDATE);
            })));
        });
        routes.delete(kind.onePath(), (call, tx) -> delete(call, tx, kind, refuseInUse));
    }

    private static Reply delete(Call call, Tx tx, Kind kind, BiConsumer<Tx, Resource> refuseInUse) {
        var found = kind.toChange(call, tx);
        if (found.get("_default").asBoolean(false)) {
            throw Refusal.conflict("The default " + kind.name() + ' ' + found.id() + " goes with its VCN alone");
        }
        refuseInUse.accept(tx, found);
        kind.end(tx, found, LEAST, MOST);
        return Replies.noContent();
    }

    private ObjectNode gateway(Call call, Tx tx, String vcnId, ObjectNode gateway, Purpose purpose) {
        if (purpose == Purpose.CREATE) {
            if (tx.stream(NetworkKinds.INTERNET_GATEWAY.name())
                    .anyMatch(other -> other.has("vcnId", vcnId) && !other.isIn("TERMINATED"))) {
                throw Refusal.limitExceeded("The VCN " + vcnId
                        + " has an internet gateway already: limit internet-gateway-count is 1 for each VCN");
            }
            limits.admit(tx, new Claim(call.required("compartmentId"), "", Map.of("internet-gateway-count", 1L)));
        }
        var enabled = call.json().path("isEnabled");
        if (purpose == Purpose.CREATE && !enabled.isBoolean()) {
            throw Refusal.missing("isEnabled");
        }
        call.optional("routeTableId").ifPresent(table -> gateway.put("routeTableId", table));
        return enabled.isBoolean() ? gateway.put("isEnabled", enabled.asBoolean()) : gateway;
    }

    private static ObjectNode routeTable(Call call, Tx tx, String vcnId, ObjectNode table, Purpose purpose) {
        if (call.json().path("routeRules").isArray()) {
            table.set("routeRules", Json.array(NetworkRules.routes(call, tx, vcnId)));
        } else if (purpose == Purpose.CREATE) {
            throw Refusal.missing("routeRules");
        }
        return table;
    }

    private static ObjectNode securityList(Call call, Tx tx, String vcnId, ObjectNode list, Purpose purpose) {
        for (var direction : Map.of("ingressSecurityRules", "source", "egressSecurityRules", "destination")
                .entrySet()) {
            var rules = call.json().path(direction.getKey());
            if (rules.isArray()) {
                list.set(
                        direction.getKey(),
                        Json.array(rules.valueStream()
                                .map(rule -> NetworkRules.security(rule, direction.getValue()))
                                .toList()));
            } else if (purpose == Purpose.CREATE) {
                throw Refusal.missing(direction.getKey());
            }
        }
        return list;
    }
}
