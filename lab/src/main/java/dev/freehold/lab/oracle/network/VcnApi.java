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
import dev.freehold.lab.oracle.api.WorkRequests;
import dev.freehold.lab.oracle.api.WorkRequests.Affected;
import dev.freehold.lab.oracle.limit.Claim;
import dev.freehold.lab.oracle.limit.Gauge.Use;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.oracle.tenancy.Compartments;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import dev.freehold.lab.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Virtual cloud networks. Each comes with a route table, a security list and DHCP options that go with it.
public final class VcnApi implements Api {
    private static final Kind KIND = NetworkKinds.VCN;

    private final Limits limits;
    private final WorkRequests workRequests;

    public VcnApi(Limits limits, WorkRequests workRequests) {
        this.limits = limits;
        this.workRequests = workRequests;
        limits.gauge(
                "vcn-count",
                tx -> tx.stream(KIND.name())
                        .filter(vcn -> !vcn.isIn("TERMINATED"))
                        .map(vcn -> new Use(vcn.compartmentId(), "", 1)));
    }

    @Override
    public void serve(Routes routes) {
        KIND.serveReads(routes);
        routes.post(KIND.path(), this::create);
        routes.put(KIND.onePath(), (call, tx) -> {
            var vcn = KIND.toChange(call, tx);
            return KIND.reply(tx, tx.put(vcn.with(attributes -> Details.update(call, attributes))));
        });
        routes.delete(KIND.onePath(), this::delete);
        routes.post(KIND.onePath() + "/actions/addCidr", this::addCidr);
        routes.post(KIND.onePath() + "/actions/removeCidr", this::removeCidr);
        NetworkKinds.DHCP_OPTIONS.serveReads(routes);
        routes.put(NetworkKinds.DHCP_OPTIONS.onePath(), (call, tx) -> {
            var options = NetworkKinds.DHCP_OPTIONS.toChange(call, tx);
            return NetworkKinds.DHCP_OPTIONS.reply(
                    tx,
                    tx.put(options.with(attributes -> Details.update(call, attributes, "options", "domainNameType"))));
        });
    }

    private Reply create(Call call, Tx tx) {
        var compartment = Compartments.of(call, tx);
        var blocks = blocks(call.json());
        limits.admit(tx, new Claim(compartment, "", Map.of("vcn-count", 1L)));
        var attributes = Details.created(call, "vcn", "dnsLabel", "isIpv6Enabled");
        attributes.put("cidrBlock", blocks.getFirst());
        attributes.set("cidrBlocks", Json.strings(blocks));
        call.optional("dnsLabel").ifPresent(label -> attributes.put("vcnDomainName", label + ".oraclevcn.com"));
        var vcn = tx.create(KIND.name(), compartment, "PROVISIONING", attributes);
        var table = part(tx, vcn, NetworkKinds.ROUTE_TABLE, "Default Route Table for ", NetworkRules.noRoutes());
        var list = part(
                tx,
                vcn,
                NetworkKinds.SECURITY_LIST,
                "Default Security List for ",
                NetworkRules.defaultSecurity(blocks.getFirst()));
        var options =
                part(tx, vcn, NetworkKinds.DHCP_OPTIONS, "Default DHCP Options for ", NetworkRules.defaultOptions(vcn));
        var complete = vcn.with(made -> made.put("defaultRouteTableId", table)
                .put("defaultSecurityListId", list)
                .put("defaultDhcpOptionsId", options));
        return KIND.reply(tx, tx.move(complete, "PROVISIONING", "AVAILABLE", LEAST, MOST));
    }

    /// The blocks that a create asks for, by the new name or the old.
    private static List<String> blocks(ObjectNode body) {
        var blocks = new ArrayList<>(
                body.path("cidrBlocks").valueStream().map(JsonNode::asString).toList());
        var old = Json.text(body, "cidrBlock", "");
        if (blocks.isEmpty() && !old.isEmpty()) {
            blocks.add(old);
        }
        if (blocks.isEmpty()) {
            throw Refusal.missing("cidrBlocks");
        }
        blocks.forEach(VcnApi::checkBlock);
        return blocks;
    }

    private static void checkBlock(String block) {
        var cidr = Cidr.parse(block);
        if (cidr.prefix() < 16 || cidr.prefix() > 30) {
            throw Refusal.invalid("The requested CIDR " + block + " is invalid: a VCN's is from /16 to /30");
        }
    }

    private static String part(Tx tx, Resource vcn, Kind kind, String name, ObjectNode own) {
        own.put("vcnId", vcn.id())
                .put("displayName", name + vcn.text("displayName"))
                .put("_default", true);
        own.set("freeformTags", Json.object());
        own.set("definedTags", Json.object());
        return tx.create(kind.name(), vcn.compartmentId(), "AVAILABLE", own).id();
    }

    private Reply addCidr(Call call, Tx tx) {
        var vcn = KIND.toChange(call, tx);
        var block = call.required("cidrBlock");
        checkBlock(block);
        var blocks = blocks(vcn);
        blocks.add(block);
        return changeCidrs(tx, vcn, blocks, "AddVcnCidr");
    }

    private Reply removeCidr(Call call, Tx tx) {
        var vcn = KIND.toChange(call, tx);
        var block = call.required("cidrBlock");
        checkBlock(block);
        var blocks = blocks(vcn);
        if (blocks.size() < 2 || !blocks.remove(block)) {
            throw Refusal.invalid("The VCN has no block " + block + " to spare");
        }
        References.refuse(
                tx,
                vcn,
                NetworkKinds.SUBNET,
                subnet -> subnet.has("vcnId", vcn.id())
                        && Cidr.parse(block).contains(Cidr.parse(subnet.text("cidrBlock"))));
        return changeCidrs(tx, vcn, blocks, "RemoveVcnCidr");
    }

    private static List<String> blocks(Resource vcn) {
        return new ArrayList<>(
                vcn.get("cidrBlocks").valueStream().map(JsonNode::asString).toList());
    }

    /// @param operation as work requests name it
    private Reply changeCidrs(Tx tx, Resource vcn, List<String> blocks, String operation) {
        var request = workRequests.start(tx, operation, vcn.compartmentId(), new Affected("vcn", "UPDATED", vcn.id()));
        var changed = vcn.with(attributes -> {
            attributes.set("cidrBlocks", Json.strings(blocks));
            attributes.put("cidrBlock", blocks.getFirst()).put("_workRequest", request);
        });
        tx.move(changed, "UPDATING", "AVAILABLE", LEAST, MOST);
        return Replies.accepted(request);
    }

    private Reply delete(Call call, Tx tx) {
        var vcn = KIND.toChange(call, tx);
        for (var kind : List.of(
                NetworkKinds.SUBNET,
                NetworkKinds.INTERNET_GATEWAY,
                NetworkKinds.ROUTE_TABLE,
                NetworkKinds.SECURITY_LIST,
                NetworkKinds.SECURITY_GROUP,
                NetworkKinds.DHCP_OPTIONS)) {
            References.refuse(
                    tx,
                    vcn,
                    kind,
                    one -> one.has("vcnId", vcn.id()) && !one.get("_default").asBoolean(false));
        }
        for (var kind : List.of(NetworkKinds.ROUTE_TABLE, NetworkKinds.SECURITY_LIST, NetworkKinds.DHCP_OPTIONS)) {
            tx.stream(kind.name())
                    .filter(one -> one.has("vcnId", vcn.id()) && !Kind.isGone(one))
                    .forEach(one -> kind.end(tx, one, LEAST, MOST));
        }
        KIND.end(tx, vcn, LEAST, MOST);
        return Replies.noContent();
    }

    @Override
    public void watch(World world) {
        world.when(KIND.name(), "AVAILABLE", (tx, vcn) -> workRequests.succeed(tx, vcn.text("_workRequest")));
    }
}
