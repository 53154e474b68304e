package dev.freehold.adapters.oci.network;

import com.oracle.bmc.core.model.AddSecurityRuleDetails;
import com.oracle.bmc.core.model.EgressSecurityRule;
import com.oracle.bmc.core.model.IcmpOptions;
import com.oracle.bmc.core.model.IngressSecurityRule;
import com.oracle.bmc.core.model.PortRange;
import com.oracle.bmc.core.model.SecurityRule;
import com.oracle.bmc.core.model.TcpOptions;
import com.oracle.bmc.core.model.UdpOptions;
import dev.freehold.adapters.oci.wire.OciCalls;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.OciResource.SecurityRule.Direction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Our security rules as OCI has them, and back. OCI has three models of a rule (ingress and egress of a list, one
/// of a group), which say the same.
final class RuleMapping {
    private static final String TCP = "6";
    private static final String UDP = "17";

    private RuleMapping() {}

    static IngressSecurityRule ingress(OciResource.SecurityRule rule) {
        return IngressSecurityRule.builder()
                .source(peer(rule))
                .sourceType(IngressSecurityRule.SourceType.CidrBlock)
                .protocol(rule.protocol())
                .isStateless(false)
                .tcpOptions(tcp(rule))
                .udpOptions(udp(rule))
                .description(rule.description())
                .build();
    }

    static EgressSecurityRule egress(OciResource.SecurityRule rule) {
        return EgressSecurityRule.builder()
                .destination(peer(rule))
                .destinationType(EgressSecurityRule.DestinationType.CidrBlock)
                .protocol(rule.protocol())
                .isStateless(false)
                .tcpOptions(tcp(rule))
                .udpOptions(udp(rule))
                .description(rule.description())
                .build();
    }

    /// @param group whose members are the peer of a rule that names none
    static AddSecurityRuleDetails ofGroup(OciResource.SecurityRule rule, String group) {
        var details = AddSecurityRuleDetails.builder()
                .protocol(rule.protocol())
                .isStateless(false)
                .tcpOptions(tcp(rule))
                .udpOptions(udp(rule))
                .description(rule.description());
        var peer = rule.peer();
        var end = peer == null ? group : peer.toString();
        return switch (rule.direction()) {
            case INGRESS ->
                details.direction(AddSecurityRuleDetails.Direction.Ingress)
                        .source(end)
                        .sourceType(
                                peer == null
                                        ? AddSecurityRuleDetails.SourceType.NetworkSecurityGroup
                                        : AddSecurityRuleDetails.SourceType.CidrBlock)
                        .build();
            case EGRESS ->
                details.direction(AddSecurityRuleDetails.Direction.Egress)
                        .destination(end)
                        .destinationType(
                                peer == null
                                        ? AddSecurityRuleDetails.DestinationType.NetworkSecurityGroup
                                        : AddSecurityRuleDetails.DestinationType.CidrBlock)
                        .build();
        };
    }

    private static String peer(OciResource.SecurityRule rule) {
        var peer = rule.peer();
        if (peer == null) {
            throw new IllegalStateException(
                    "a rule of a security list names no peer: " + rule + ". This is a bug in Freehold.");
        }
        return peer.toString();
    }

    private static @Nullable TcpOptions tcp(OciResource.SecurityRule rule) {
        return rule.protocol().equals(TCP) && rule.to() > 0
                ? TcpOptions.builder().destinationPortRange(range(rule)).build()
                : null;
    }

    private static @Nullable UdpOptions udp(OciResource.SecurityRule rule) {
        return rule.protocol().equals(UDP) && rule.to() > 0
                ? UdpOptions.builder().destinationPortRange(range(rule)).build()
                : null;
    }

    private static PortRange range(OciResource.SecurityRule rule) {
        return PortRange.builder().min(rule.from()).max(rule.to()).build();
    }

    static OciResource.SecurityRule ours(IngressSecurityRule rule) {
        return new Seen(rule.getProtocol(), rule.getDescription(), rule.getIsStateless(), rule.getIcmpOptions())
                .with(rule.getTcpOptions(), rule.getUdpOptions())
                .rule(Direction.INGRESS, rule.getSource(), null);
    }

    static OciResource.SecurityRule ours(EgressSecurityRule rule) {
        return new Seen(rule.getProtocol(), rule.getDescription(), rule.getIsStateless(), rule.getIcmpOptions())
                .with(rule.getTcpOptions(), rule.getUdpOptions())
                .rule(Direction.EGRESS, rule.getDestination(), null);
    }

    static OciResource.SecurityRule ours(SecurityRule rule, String group) {
        var direction = OciCalls.required("the direction of a rule of " + group, rule.getDirection());
        var seen = new Seen(rule.getProtocol(), rule.getDescription(), rule.getIsStateless(), rule.getIcmpOptions())
                .with(rule.getTcpOptions(), rule.getUdpOptions());
        return direction == SecurityRule.Direction.Ingress
                ? seen.rule(Direction.INGRESS, rule.getSource(), group)
                : seen.rule(Direction.EGRESS, rule.getDestination(), group);
    }

    /// The rules in the order of `wanted`, those that are not in it at the end: OCI keeps no order.
    static List<OciResource.SecurityRule> inOrderOf(
            List<OciResource.SecurityRule> wanted, List<OciResource.SecurityRule> there) {
        var left = new ArrayList<>(there);
        var ordered = new ArrayList<OciResource.SecurityRule>();
        for (var rule : wanted) {
            if (left.remove(rule)) {
                ordered.add(rule);
            }
        }
        ordered.addAll(left);
        return ordered;
    }

    /// What the three models have in common. What ours can't say is said in the description, so that such a
    /// rule differs from any of ours.
    private record Seen(
            String protocol,
            @Nullable String description,
            @Nullable Boolean stateless,
            @Nullable IcmpOptions icmp,
            @Nullable PortRange ports,
            boolean sourcePorts) {

        Seen(String protocol, @Nullable String description, @Nullable Boolean stateless, @Nullable IcmpOptions icmp) {
            this(OciCalls.required("the protocol of a rule", protocol), description, stateless, icmp, null, false);
        }

        Seen with(@Nullable TcpOptions tcp, @Nullable UdpOptions udp) {
            if (tcp != null) {
                return new Seen(
                        protocol,
                        description,
                        stateless,
                        icmp,
                        tcp.getDestinationPortRange(),
                        tcp.getSourcePortRange() != null);
            }
            return udp == null
                    ? this
                    : new Seen(
                            protocol,
                            description,
                            stateless,
                            icmp,
                            udp.getDestinationPortRange(),
                            udp.getSourcePortRange() != null);
        }

        OciResource.SecurityRule rule(Direction direction, @Nullable String end, @Nullable String group) {
            var words = description == null ? "" : description;
            if (Boolean.TRUE.equals(stateless)) {
                words += " (stateless)";
            }
            if (icmp != null) {
                words += " (one type of ICMP)";
            }
            if (sourcePorts) {
                words += " (from some ports)";
            }
            var peer = OciCalls.required("the other end of a rule", end);
            Cidr cidr = null;
            if (!peer.equals(group)) {
                try {
                    cidr = Cidr.parse(peer);
                } catch (IllegalArgumentException other) {
                    words += " (" + peer + ")";
                }
            }
            int from = ports == null ? 0 : OciCalls.required("the first port of a rule", ports.getMin());
            int to = ports == null ? 0 : OciCalls.required("the last port of a rule", ports.getMax());
            return new OciResource.SecurityRule(direction, protocol, cidr, from, to, words);
        }
    }
}
