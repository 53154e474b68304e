package dev.freehold.domain.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.NodeSpec.PublicIp;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.Vary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void the_platforms_that_init_writes_are_within_their_allowances() {
        assertThat(ledger(DefaultSpec.threeNode()).violations()).isEmpty();
        assertThat(ledger(DefaultSpec.twoNode()).violations()).isEmpty();
    }

    @Test
    void everything_above_the_allowance_is_listed_at_once() {
        // given five hosts, one of 1.33 OCPUs, one with 49 GB, and a third reserved address
        var spec = Vary.threeNode()
                .alsoNodes(
                        Vary.host(20, "1.33", 8, 50, PublicIp.EPHEMERAL), Vary.host(21, "1", 8, 49, PublicIp.RESERVED))
                .spec();
        // when
        var violations = ledger(spec).violations();
        // then
        assertThat(violations)
                .extracting(v -> v.rule().id() + " " + v.value() + " of " + v.limit() + " at " + v.path())
                .containsExactly(
                        "a1-instances 5 of 4 at nodes",
                        "a1-ocpus 5.33 of 4 at nodes",
                        "a1-memory 40 of 24 at nodes",
                        "block-storage 299 of 200 at nodes",
                        "reserved-ips 3 of 2 at nodes",
                        "ocpu-integer 1.33 of 1 at nodes[4].ocpus",
                        "boot-volume-minimum 49 of 50 at nodes[5].boot-volume-gb");
    }

    @Test
    void a_violation_says_what_is_granted_by_whom_and_what_to_do() {
        // when
        var violations = ledger(Vary.threeNode()
                        .alsoNodes(Vary.host(20, "1", 8, 50, PublicIp.RESERVED))
                        .spec())
                .violations();
        // then
        assertThat(violations)
                .extracting(Violation::message)
                .containsExactly(
                        "The platform has 32 GB of A1 memory; always-free-2021 grants 24. Lower memory-gb of A1 nodes,"
                                + " or take some out. A month of the whole platform would cost USD 10.84 at list price;"
                                + " accept-usd-per-month is 0.",
                        "The platform has 250 GB of boot volumes; always-free-2021 grants 200. Lower boot-volume-gb of"
                                + " nodes, to no less than 50, or take nodes out. A month of the whole platform would"
                                + " cost USD 10.84 at list price; accept-usd-per-month is 0.",
                        "The platform has 3 reserved public addresses; always-free-2021 grants 2. Set public-ip to"
                                + " ephemeral or none on nodes or the ingress.");
    }

    @Test
    void a_micro_has_its_eighth_of_an_ocpu_and_an_a1_at_least_one() {
        // given
        var spec = Vary.threeNode()
                .nodes(List.of(Vary.micro(1), Vary.host(2, "0", 8, 50, PublicIp.NONE)))
                .spec();
        // then
        assertThat(ledger(spec).violations()).extracting(Violation::path).containsExactly("nodes[1].ocpus");
    }

    @Test
    void the_old_platform_is_above_todays_allowance() {
        // when
        var ledger = ledger(Vary.threeNode().allowance("always-free-2026-06").spec());
        // then
        assertThat(rules(ledger.violations())).containsExactly("a1-instances", "a1-ocpus", "a1-memory");
        assertThat(ledger.accepted()).isEmpty();
    }

    @Test
    void what_money_covers_is_accepted_up_to_the_price_that_the_spec_accepts() {
        // given a month of USD 20.604
        var platform = Vary.threeNode().allowance("always-free-2026-06");
        // then
        assertThat(rules(ledger(platform.accept("20.604").spec()).violations())).isEmpty();
        assertThat(rules(ledger(platform.accept("20.604").spec()).accepted()))
                .containsExactly("a1-instances", "a1-ocpus", "a1-memory");
        assertThat(rules(ledger(platform.accept("20.603").spec()).violations())).hasSize(3);
        assertThat(ledger(platform.accept("20.603").spec()).accepted()).isEmpty();
        assertThat(ledger(platform.accept("25").spec()).accepted().getFirst().message())
                .isEqualTo("The platform has 3 A1 instances; always-free-2026-06 grants 2. It is accepted: a month of"
                        + " the whole platform costs USD 20.61 at list price, accept-usd-per-month is 25.00.");
    }

    @Test
    void money_covers_a_wide_load_balancer() {
        // given
        var platform = Vary.threeNode().loadBalancer(10, 110);
        // then
        assertThat(ledger(platform.spec()).violations())
                .extracting(v -> v.rule().id() + " at " + v.path())
                .containsExactly("load-balancer-bandwidth at load-balancer.max-mbps");
        assertThat(ledger(platform.accept("7.44").spec()).violations()).isEmpty();
    }

    @Test
    void no_money_covers_what_oracle_does_not_sell() {
        // given
        var platform = Vary.threeNode()
                .nodes(List.of(
                        Vary.micro(1),
                        Vary.micro(2),
                        Vary.micro(3),
                        Vary.host(4, "1.5", 8, 49, PublicIp.RESERVED),
                        Vary.host(5, "1", 8, 50, PublicIp.RESERVED)))
                .accept("1000000");
        // then: the ingress has the third reserved address
        assertThat(rules(ledger(platform.spec()).violations()))
                .containsExactly("micro-instances", "reserved-ips", "ocpu-integer", "boot-volume-minimum");
        var twice = Standing.usageOf(platform.spec()).plus(Usage.of(LimitRule.VCNS, BigDecimal.TWO));
        assertThat(rules(Ledger.of(platform.spec(), Allowances.ALWAYS_FREE_2021, twice)
                        .violations()))
                .contains("vcns");
    }

    @Test
    void the_lines_are_the_ceilings_with_what_is_used_of_each() {
        // when
        var lines = ledger(DefaultSpec.threeNode()).lines();
        // then
        assertThat(lines)
                .extracting(line -> line.rule().id() + " " + line.used() + "/" + line.limit() + " " + line.unit())
                .startsWith(
                        "a1-instances 3/4 instances",
                        "a1-ocpus 3/4 OCPU",
                        "a1-memory 24/24 GB",
                        "micro-instances 1/2 instances",
                        "block-storage 200/200 GB",
                        "reserved-ips 2/2 addresses",
                        "vcns 1/2 VCNs",
                        "object-storage 6/20 GB",
                        "load-balancers 0/1 load balancers",
                        "load-balancer-bandwidth 0/10 Mbps",
                        "a1-ocpu-hours 2232/3000 OCPU-hours",
                        "a1-memory-hours 17856/18000 GB-hours",
                        "backups 0/5 volume backups");
        assertThat(lines).noneMatch(line -> line.rule() == LimitRule.BOOT_VOLUME_MINIMUM);
    }

    @Test
    void old_and_new_may_not_stand_side_by_side_above_the_allowance() {
        // given
        var spec = DefaultSpec.threeNode();
        var ledger = ledger(spec);
        var whole = Standing.usageOf(spec);
        var oneHost = Usage.of(Standing.instance(spec.nodes().getFirst()));
        // then
        assertThat(ledger.allows(whole)).isTrue();
        assertThat(ledger.allows(whole.minus(oneHost))).isTrue();
        assertThat(ledger.allows(whole.plus(oneHost))).isFalse();
        assertThat(rules(ledger.refusals(whole.plus(oneHost)))).containsExactly("a1-memory", "block-storage");
    }

    @Test
    void what_is_accepted_bounds_every_instant() {
        // given room for USD 30 above USD 20.604: one more host for the month, 2 of its kind not
        var spec =
                Vary.threeNode().allowance("always-free-2026-06").accept("40").spec();
        var ledger = ledger(spec);
        var oneHost = Usage.of(Standing.instance(spec.nodes().getFirst()));
        var more = ledger.usage().plus(oneHost);
        // then
        assertThat(ledger.allows(ledger.usage())).isTrue();
        assertThat(Forecast.of(more, ledger.allowance()).usdPerMonth()).isEqualTo(Usd.of("39.097"));
        assertThat(ledger.allows(more)).isTrue();
        assertThat(ledger.allows(more.plus(oneHost))).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_quick_verdict_and_the_slow_one_agree(long seed) {
        // given
        var random = new Random(seed);
        var spec = Vary.threeNode()
                .nodes(IntStream.rangeClosed(1, 1 + random.nextInt(4))
                        .mapToObj(number -> Vary.host(number, 1 + random.nextInt(8), 50))
                        .toList())
                .accept(String.valueOf(random.nextInt(40)))
                .allowance(Allowances.ids().get(random.nextInt(3)))
                .spec();
        var ledger = ledger(spec);
        var standing = Usage.ofAll(UsageTest.anyNodes(random));
        // then
        assertThat(ledger.allows(standing)).isEqualTo(ledger.refusals(standing).isEmpty());
        assertThat(ledger.allows(ledger.usage())).isEqualTo(ledger.violations().isEmpty());
        assertThat(ledger.allows(Usage.NONE)).isTrue();
    }

    private static Ledger ledger(Spec spec) {
        return Ledger.of(spec, Allowances.byId(spec.account().allowance()).orElseThrow(), Standing.usageOf(spec));
    }

    private static List<String> rules(List<Violation> violations) {
        return violations.stream().map(v -> v.rule().id()).toList();
    }
}
