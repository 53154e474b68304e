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
import dev.freehold.lab.oracle.tenancy.Compartments;
import dev.freehold.lab.oracle.tenancy.Tenancy;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Subnets: regional ones, and those of one availability domain.
public final class SubnetApi implements Api {
    private static final Kind KIND = NetworkKinds.SUBNET;

    private final Tenancy tenancy;

    public SubnetApi(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public void serve(Routes routes) {
        KIND.serveReads(routes);
        routes.post(KIND.path(), this::create);
        routes.put(KIND.onePath(), (call, tx) -> {
            var subnet = KIND.toChange(call, tx);
            return KIND.reply(tx, tx.put(subnet.with(attributes -> {
                Details.update(call, attributes, "routeTableId", "securityListIds", "dhcpOptionsId");
                checkReferences(tx, attributes, subnet.text("vcnId"));
            })));
        });
        routes.delete(KIND.onePath(), (call, tx) -> {
            var subnet = KIND.toChange(call, tx);
            References.refuse(tx, subnet, NetworkKinds.VNIC, vnic -> vnic.has("subnetId", subnet.id()));
            KIND.end(tx, subnet, LEAST, MOST);
            return Replies.noContent();
        });
    }

    private Reply create(Call call, Tx tx) {
        var compartment = Compartments.of(call, tx);
        var vcn = NetworkKinds.VCN.usable(tx, call.required("vcnId"));
        var block = call.required("cidrBlock");
        checkBlock(tx, vcn, Cidr.parse(block), block);
        var attributes = Details.created(
                call,
                "subnet",
                "vcnId",
                "cidrBlock",
                "availabilityDomain",
                "routeTableId",
                "securityListIds",
                "dhcpOptionsId",
                "dnsLabel",
                "prohibitPublicIpOnVnic",
                "prohibitInternetIngress");
        call.optional("availabilityDomain").ifPresent(domain -> {
            if (!tenancy.availabilityDomains().contains(domain)) {
                throw Refusal.invalid("There is no availability domain " + domain);
            }
        });
        complete(attributes, vcn, Cidr.parse(block));
        checkReferences(tx, attributes, vcn.id());
        var made = tx.create(KIND.name(), compartment, "PROVISIONING", attributes);
        return KIND.reply(tx, tx.move(made, "PROVISIONING", "AVAILABLE", LEAST, MOST));
    }

    private static void checkBlock(Tx tx, Resource vcn, Cidr cidr, String block) {
        if (vcn.get("cidrBlocks")
                .valueStream()
                .noneMatch(one -> Cidr.parse(one.asString()).contains(cidr))) {
            throw Refusal.invalid("The requested CIDR " + block + " is invalid: it is not within the VCN's");
        }
        if (cidr.prefix() > 30) {
            throw Refusal.invalid("The requested CIDR " + block + " is invalid: a subnet's is at most a /30");
        }
        tx.stream(KIND.name())
                .filter(other -> other.has("vcnId", vcn.id()) && !other.isIn("TERMINATED"))
                .filter(other -> Cidr.parse(other.text("cidrBlock")).overlaps(cidr))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.invalid("The requested CIDR " + block + " is invalid: subnet " + other.id()
                            + " with CIDR " + other.text("cidrBlock") + " overlaps with this CIDR");
                });
    }

    private static void complete(ObjectNode attributes, Resource vcn, Cidr cidr) {
        attributes.put("routeTableId", Json.text(attributes, "routeTableId", vcn.text("defaultRouteTableId")));
        attributes.put("dhcpOptionsId", Json.text(attributes, "dhcpOptionsId", vcn.text("defaultDhcpOptionsId")));
        if (attributes.path("securityListIds").isEmpty()) {
            attributes.putArray("securityListIds").add(vcn.text("defaultSecurityListId"));
        }
        for (var flag : List.of("prohibitPublicIpOnVnic", "prohibitInternetIngress")) {
            attributes.put(flag, attributes.path(flag).asBoolean(false));
        }
        var domain = vcn.text("vcnDomainName");
        var label = Json.text(attributes, "dnsLabel", "");
        if (!domain.isEmpty() && !label.isEmpty()) {
            attributes.put("subnetDomainName", label + '.' + domain);
        }
        attributes
                .put("virtualRouterIp", Cidr.text(cidr.first() + 1))
                .put(
                        "virtualRouterMac",
                        "00:00:17:%02X:%02X:%02X"
                                .formatted(cidr.first() >> 16 & 255, cidr.first() >> 8 & 255, cidr.first() & 255));
    }

    private static void checkReferences(Tx tx, ObjectNode attributes, String vcnId) {
        checkReference(tx, NetworkKinds.ROUTE_TABLE, Json.text(attributes, "routeTableId", ""), vcnId);
        checkReference(tx, NetworkKinds.DHCP_OPTIONS, Json.text(attributes, "dhcpOptionsId", ""), vcnId);
        var lists = attributes.path("securityListIds");
        if (lists.size() > 5) {
            throw Refusal.invalid("A subnet has at most 5 security lists");
        }
        lists.forEach(list -> checkReference(tx, NetworkKinds.SECURITY_LIST, list.asString(), vcnId));
    }

    private static void checkReference(Tx tx, Kind kind, String id, String vcnId) {
        if (!kind.usable(tx, id).has("vcnId", vcnId)) {
            throw Refusal.invalid("The " + kind.name() + ' ' + id + " is in another VCN");
        }
    }
}
