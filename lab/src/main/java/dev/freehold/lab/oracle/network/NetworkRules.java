package dev.freehold.lab.oracle.network;

import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Rules of routing and security: what a VCN starts with, and what Oracle refuses.
final class NetworkRules {
    private static final Set<String> PROTOCOLS_WITH_PORTS = Set.of("6", "17");

    private NetworkRules() {}

    static ObjectNode noRoutes() {
        var table = Json.object();
        table.putArray("routeRules");
        return table;
    }

    /// Oracle's documentation, "Security Lists", the default one: in SSH from anywhere, ICMP 3/4 from anywhere
    /// and ICMP 3 from the VCN; out everything.
    static ObjectNode defaultSecurity(String vcnBlock) {
        var list = Json.object();
        var in = list.putArray("ingressSecurityRules");
        var ssh = in.addObject()
                .put("source", "0.0.0.0/0")
                .put("sourceType", "CIDR_BLOCK")
                .put("protocol", "6")
                .put("isStateless", false);
        ssh.putObject("tcpOptions")
                .putObject("destinationPortRange")
                .put("min", 22)
                .put("max", 22);
        var fragmentation = in.addObject()
                .put("source", "0.0.0.0/0")
                .put("sourceType", "CIDR_BLOCK")
                .put("protocol", "1")
                .put("isStateless", false);
        fragmentation.putObject("icmpOptions").put("type", 3).put("code", 4);
        var unreachable = in.addObject()
                .put("source", vcnBlock)
                .put("sourceType", "CIDR_BLOCK")
                .put("protocol", "1")
                .put("isStateless", false);
        unreachable.putObject("icmpOptions").put("type", 3);
        list.putArray("egressSecurityRules")
                .addObject()
                .put("destination", "0.0.0.0/0")
                .put("destinationType", "CIDR_BLOCK")
                .put("protocol", "all")
                .put("isStateless", false);
        return list;
    }

    static ObjectNode defaultOptions(Resource vcn) {
        var made = Json.object().put("domainNameType", "CUSTOM_DOMAIN");
        var options = made.putArray("options");
        options.addObject()
                .put("type", "DomainNameServer")
                .put("serverType", "VcnLocalPlusInternet")
                .putArray("customDnsServers");
        vcn.optional("vcnDomainName")
                .ifPresent(domain -> options.addObject()
                        .put("type", "SearchDomain")
                        .putArray("searchDomainNames")
                        .add(domain));
        return made;
    }

    /// The body's `routeRules`, with what Oracle fills in.
    static List<ObjectNode> routes(Call call, Tx tx, String vcnId) {
        return call.json()
                .path("routeRules")
                .valueStream()
                .map(rule -> route(tx, rule, vcnId))
                .toList();
    }

    private static ObjectNode route(Tx tx, JsonNode rule, String vcnId) {
        var target = Json.text(rule, "networkEntityId", "");
        if (target.isEmpty()) {
            throw Refusal.missing("routeRules.networkEntityId");
        }
        var known = tx.find(target).filter(one -> !one.isIn("TERMINATING", "TERMINATED"));
        if (known.isEmpty()) {
            throw Refusal.notFound("network entity " + target);
        }
        if (known.get().kind().equals("internetgateway") && !known.get().has("vcnId", vcnId)) {
            throw Refusal.invalid("The network entity " + target + " is in another VCN");
        }
        var destination = Json.text(rule, "destination", Json.text(rule, "cidrBlock", ""));
        if (destination.isEmpty()) {
            throw Refusal.missing("routeRules.destination");
        }
        var complete = copy(rule).put("destination", destination).put("networkEntityId", target);
        var type = Json.text(rule, "destinationType", "CIDR_BLOCK");
        if (type.equals("CIDR_BLOCK")) {
            Cidr.parse(destination);
            complete.put("cidrBlock", destination);
        }
        return complete.put("destinationType", type).put("routeType", "STATIC");
    }

    /// A list's or group's rules, with what Oracle fills in.
    ///
    /// @param end `source` or `destination`
    static ObjectNode security(JsonNode rule, String end) {
        var value = Json.text(rule, end, "");
        if (value.isEmpty()) {
            throw Refusal.missing(end + " of a security rule");
        }
        var protocol = Json.text(rule, "protocol", "");
        if (protocol.isEmpty()) {
            throw Refusal.missing("protocol of a security rule");
        }
        if (!protocol.equals("all") && !protocol.matches("\\d{1,3}")) {
            throw Refusal.invalid("The protocol of a security rule is all or an IPv4 protocol number, not " + protocol);
        }
        var type = Json.text(rule, end + "Type", "CIDR_BLOCK");
        if (type.equals("CIDR_BLOCK") && !value.contains(":")) {
            Cidr.parse(value);
        }
        for (var options : List.of("tcpOptions", "udpOptions")) {
            if (rule.path(options).isObject() && !PROTOCOLS_WITH_PORTS.contains(protocol)) {
                throw Refusal.invalid(options + " does not go with protocol " + protocol);
            }
            checkPorts(rule.path(options).path("destinationPortRange"));
            checkPorts(rule.path(options).path("sourcePortRange"));
        }
        return copy(rule)
                .put(end + "Type", type)
                .put("isStateless", rule.path("isStateless").asBoolean(false));
    }

    private static void checkPorts(JsonNode range) {
        if (range.isObject()) {
            var min = range.path("min").asInt(0);
            var max = range.path("max").asInt(0);
            if (min < 1 || max > 65_535 || min > max) {
                throw Refusal.invalid("A port range is from 1 to 65535, lower end first, not " + min + " to " + max);
            }
        }
    }

    /// Clients send members that are null for ones they don't set.
    private static ObjectNode copy(JsonNode rule) {
        var copy = Json.object();
        rule.properties().forEach(member -> {
            if (!member.getValue().isNull()) {
                copy.set(member.getKey(), member.getValue());
            }
        });
        return copy;
    }
}
