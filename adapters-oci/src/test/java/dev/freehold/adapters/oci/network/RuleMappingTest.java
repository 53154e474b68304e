package dev.freehold.adapters.oci.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.bmc.core.model.IcmpOptions;
import com.oracle.bmc.core.model.IngressSecurityRule;
import com.oracle.bmc.core.model.PortRange;
import com.oracle.bmc.core.model.SecurityRule;
import com.oracle.bmc.core.model.TcpOptions;
import dev.freehold.adapters.oci.SmallPlatform;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.resource.OciResource;
import dev.freehold.domain.resource.OciResource.SecurityRule.Direction;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleMappingTest {
    private static final String GROUP = "ocid1.networksecuritygroup.oc1..g";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_rule_comes_back_as_it_went(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var rule = anyRule(random);
            assertThat(ofGroup(rule)).isEqualTo(rule);
            if (rule.peer() != null) {
                assertThat(ofList(rule)).isEqualTo(rule);
            }
        }
    }

    private static OciResource.SecurityRule ofList(OciResource.SecurityRule rule) {
        return switch (rule.direction()) {
            case INGRESS -> RuleMapping.ours(RuleMapping.ingress(rule));
            case EGRESS -> RuleMapping.ours(RuleMapping.egress(rule));
        };
    }

    private static OciResource.SecurityRule ofGroup(OciResource.SecurityRule rule) {
        var sent = RuleMapping.ofGroup(rule, GROUP);
        var stored = SecurityRule.builder()
                .direction(SecurityRule.Direction.create(sent.getDirection().getValue()))
                .source(sent.getSource())
                .destination(sent.getDestination())
                .protocol(sent.getProtocol())
                .tcpOptions(sent.getTcpOptions())
                .udpOptions(sent.getUdpOptions())
                .isStateless(sent.getIsStateless())
                .description(sent.getDescription())
                .build();
        return RuleMapping.ours(stored, GROUP);
    }

    private static OciResource.SecurityRule anyRule(Random random) {
        var direction = random.nextBoolean() ? Direction.INGRESS : Direction.EGRESS;
        var protocol = List.of("all", "1", "6", "17").get(random.nextInt(4));
        boolean ports = protocol.length() == 2 || protocol.equals("6");
        int from = ports && !protocol.equals("all") ? 1 + random.nextInt(60_000) : 0;
        int to = from == 0 ? 0 : from + random.nextInt(5_000);
        var peer = random.nextInt(3) == 0 ? null : Cidr.of(new Ipv4(random.nextInt()));
        return new OciResource.SecurityRule(direction, protocol, peer, from, to, "rule " + random.nextInt());
    }

    @Test
    void what_ours_cannot_say_differs_from_any_of_ours() {
        // given
        var plain = IngressSecurityRule.builder()
                .source("0.0.0.0/0")
                .protocol("6")
                .description("SSH")
                .tcpOptions(TcpOptions.builder()
                        .destinationPortRange(
                                PortRange.builder().min(22).max(22).build())
                        .build())
                .build();
        var ours = RuleMapping.ours(plain);
        // when, then
        assertThat(RuleMapping.ours(plain.toBuilder().isStateless(true).build()))
                .isNotEqualTo(ours);
        assertThat(RuleMapping.ours(plain.toBuilder()
                        .icmpOptions(IcmpOptions.builder().type(3).build())
                        .build()))
                .isNotEqualTo(ours);
        assertThat(RuleMapping.ours(plain.toBuilder().source("all-fra-services").build()))
                .isNotEqualTo(ours);
        assertThat(RuleMapping.ours(plain.toBuilder().source("2001:db8::/32").build()))
                .isNotEqualTo(ours);
    }

    @Test
    void order_is_ours_and_what_is_not_wanted_comes_last() {
        var a = SmallPlatform.in("6", Cidr.ANYWHERE, 80, 80, "a");
        var b = SmallPlatform.in("6", Cidr.ANYWHERE, 443, 443, "b");
        var stray = SmallPlatform.in("6", Cidr.ANYWHERE, 23, 23, "stray");
        assertThat(RuleMapping.inOrderOf(List.of(a, b), List.of(stray, b, a))).containsExactly(a, b, stray);
    }
}
