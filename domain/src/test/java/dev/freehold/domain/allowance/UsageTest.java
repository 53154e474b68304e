package dev.freehold.domain.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.quantity.Mbps;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.SetupResource;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.Vary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsageTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void the_default_platform_uses_three_quarters_of_the_old_allowance() {
        assertThat(Standing.usageOf(DefaultSpec.threeNode()))
                .hasToString("a1-instances 3, a1-ocpus 3, a1-memory 24, micro-instances 1, block-storage 200,"
                        + " reserved-ips 2, vcns 1, object-storage 6");
    }

    @Test
    void the_two_node_platform_uses_all_of_the_new_one() {
        assertThat(Standing.usageOf(DefaultSpec.twoNode()))
                .hasToString("a1-instances 2, a1-ocpus 2, a1-memory 12, micro-instances 1, block-storage 200,"
                        + " reserved-ips 2, vcns 1, object-storage 6");
    }

    @Test
    void a_load_balancer_is_counted_at_its_widest() {
        // when
        var usage = Usage.of(Standing.loadBalancer(new Mbps(10), new Mbps(50)));
        // then
        assertThat(usage).hasToString("load-balancers 1, load-balancer-bandwidth 50");
    }

    @Test
    void keys_and_settings_use_nothing() {
        assertThat(Usage.of(new SetupResource.AgeIdentity("age"))).isEqualTo(Usage.NONE);
    }

    @Test
    void a_fraction_of_an_ocpu_is_kept() {
        // when
        var usage = Usage.of(Standing.instance(Vary.host(1, "1.33", 8, 50, PublicIp.NONE)));
        // then
        assertThat(usage.amount(LimitRule.A1_OCPUS)).isEqualTo(new BigDecimal("1.33"));
    }

    @Test
    void what_is_not_there_can_not_be_given_back() {
        // given
        var one = Usage.of(LimitRule.VCNS, BigDecimal.ONE);
        // then
        assertThat(one.minus(one)).isEqualTo(Usage.NONE);
        assertThatThrownBy(() -> Usage.NONE.minus(one)).hasMessageContaining("vcns 1 can't be given back");
        assertThatThrownBy(() -> Usage.of(LimitRule.EGRESS, BigDecimal.ONE)).hasMessageContaining("egress");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_node_more_never_lowers_anything_and_its_going_restores_it(long seed) {
        // given
        var random = new Random(seed);
        var sum = Usage.NONE;
        var nodes = anyNodes(random);
        for (var node : nodes) {
            // when
            var more = sum.plus(Usage.of(node));
            // then
            assertThat(sum.exceeds(more)).isFalse();
            assertThat(more.minus(Usage.of(node))).isEqualTo(sum);
            sum = more;
        }
        assertThat(Usage.ofAll(nodes)).isEqualTo(sum);
        assertThat(Usage.ofAll(nodes.reversed())).isEqualTo(sum).hasSameHashCodeAs(sum);
    }

    static List<Node> anyNodes(Random random) {
        var nodes = new ArrayList<Node>();
        for (int number = 1; number <= random.nextInt(12); number++) {
            switch (random.nextInt(4)) {
                case 0 -> nodes.add(Standing.instance(Vary.micro(number)));
                case 1 -> nodes.add(Standing.reservedIp("ip-" + number));
                case 2 -> nodes.add(Standing.upload("image-" + number, random.nextInt(9)));
                default ->
                    nodes.add(Standing.instance(Vary.host(
                            number,
                            1 + random.nextInt(2) + (random.nextBoolean() ? "" : ".25"),
                            1 + random.nextInt(12),
                            50 + random.nextInt(60),
                            PublicIp.NONE)));
            }
        }
        return nodes;
    }
}
