package dev.freehold.domain.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.spec.DefaultSpec;
import dev.freehold.domain.spec.Spec;
import dev.freehold.domain.spec.Vary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The ledger where a tenancy was looked at: others use some of the allowance, and limits of its own hold.
class LedgerOfATenancyTest {
    private static final List<LimitRule> LIMITED = List.of(
            LimitRule.A1_OCPUS, LimitRule.A1_MEMORY, LimitRule.BLOCK_STORAGE, LimitRule.RESERVED_IPS, LimitRule.VCNS);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @Test
    void what_others_use_is_not_left_to_the_platform() {
        // given another instance of 2 OCPUs and 6 GB in the tenancy
        var others = Usage.of(LimitRule.A1_OCPUS, BigDecimal.TWO)
                .plus(Usage.of(LimitRule.A1_MEMORY, BigDecimal.valueOf(6)))
                .plus(Usage.of(LimitRule.A1_INSTANCES, BigDecimal.ONE));
        // when
        var violations =
                ledger(DefaultSpec.threeNode(), tenancy(others, Map.of())).violations();
        // then
        assertThat(violations)
                .extracting(v -> v.rule().id() + " " + v.value() + " of " + v.limit())
                .containsExactly("a1-ocpus 3 of 2", "a1-memory 24 of 18");
        assertThat(violations.getFirst().message())
                .startsWith(
                        "The platform has 3 A1 OCPUs; always-free-2021 grants 4, of which others in the tenancy use 2"
                            + " and leave 2. Lower ocpus of A1 nodes, or take some out. A month of the whole platform"
                            + " would cost USD ");
    }

    @Test
    void the_lines_count_what_others_use() {
        // given
        var others = Usage.of(LimitRule.VCNS, BigDecimal.ONE).plus(Usage.of(LimitRule.A1_OCPUS, BigDecimal.ONE));
        // when
        var lines = ledger(DefaultSpec.threeNode(), tenancy(others, Map.of())).lines();
        // then
        assertThat(lines)
                .extracting(line -> line.rule().id() + " " + line.used() + "/" + line.limit())
                .contains("a1-ocpus 4/4", "vcns 2/2", "a1-ocpu-hours 2976/3000");
    }

    @Test
    void nothing_goes_above_the_tenancys_own_limit_whatever_the_allowance_grants() {
        // given a tenancy that was cut to 2 OCPUs
        var limits = Map.of(
                LimitRule.A1_OCPUS,
                new ServiceLimit(LimitRule.A1_OCPUS, BigDecimal.TWO, "standard-a1-core-regional-count"));
        // when
        var violations =
                ledger(DefaultSpec.threeNode(), tenancy(Usage.NONE, limits)).violations();
        // then
        assertThat(violations)
                .extracting(v -> v.rule().id() + " " + v.value() + " of " + v.limit() + " at " + v.path())
                .containsExactly("a1-ocpus 3 of 2 at nodes");
        assertThat(violations.getFirst().message())
                .isEqualTo("The platform has 3 A1 OCPUs; this tenancy's own limit standard-a1-core-regional-count is 2."
                        + " Lower ocpus of A1 nodes, or take some out. Or ask Oracle for a higher limit.");
    }

    @Test
    void money_buys_what_lies_below_the_limit_and_nothing_above() {
        // given hosts of 24 GB on an allowance of 12, paid for
        var spec =
                Vary.threeNode().allowance("always-free-2026-06").accept("100").spec();
        var limits = Map.of(LimitRule.A1_MEMORY, limit(LimitRule.A1_MEMORY, "20"));
        // then
        assertThat(ledger(spec, tenancy(Usage.NONE, Map.of())).violations()).isEmpty();
        assertThat(ledger(spec, tenancy(Usage.NONE, limits)).violations())
                .extracting(v -> v.rule().id() + " " + v.value() + " of " + v.limit())
                .containsExactly("a1-memory 24 of 20");
    }

    @Test
    void a_high_limit_is_a_ceiling_and_grants_nothing() {
        // given
        var spec = Vary.threeNode().allowance("always-free-2026-06").spec();
        var limits = Map.of(LimitRule.A1_OCPUS, limit(LimitRule.A1_OCPUS, "80"));
        // then
        assertThat(ledger(spec, tenancy(Usage.NONE, limits)).violations())
                .extracting(v -> v.rule().id() + " " + v.limit())
                .contains("a1-ocpus 2");
    }

    @Test
    void a_month_is_priced_beside_what_others_use_for_free() {
        // given a tenancy whose whole free OCPUs are in use
        var others = Usage.of(LimitRule.A1_OCPUS, BigDecimal.valueOf(4));
        // when
        var forecast =
                ledger(DefaultSpec.threeNode(), tenancy(others, Map.of())).forecast();
        // then: of 3,000 free hours 24 are left to 3 OCPUs over 744 hours, at USD 0.01
        assertThat(forecast.usdPerMonth().amount()).isEqualByComparingTo("22.08");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void each_rule_is_judged_as_one_would_by_hand(long seed) {
        // given
        var random = new Random(seed);
        var spec = Vary.threeNode()
                .nodes(IntStream.rangeClosed(1, 1 + random.nextInt(4))
                        .mapToObj(number -> Vary.host(number, 1 + random.nextInt(8), 50))
                        .toList())
                .accept(String.valueOf(random.nextBoolean() ? 0 : random.nextInt(40)))
                .allowance(Allowances.ids().get(random.nextInt(3)))
                .spec();
        var tenancy = anyTenancy(random);
        var ledger = ledger(spec, tenancy);
        var usage = Standing.usageOf(spec);
        var month = ledger.forecast().usdPerMonth();
        boolean paid = spec.account().acceptUsdPerMonth().amount().signum() > 0
                && month.compareTo(spec.account().acceptUsdPerMonth()) <= 0;
        // when
        var refused = new ArrayList<String>();
        var accepted = new ArrayList<String>();
        for (var rule : LimitRule.COUNTED) {
            var all = usage.amount(rule).add(tenancy.others().amount(rule));
            var allowance = ledger.allowance().limit(rule);
            boolean isAboveAllowance =
                    usage.amount(rule).signum() > 0 && allowance.isPresent() && all.compareTo(allowance.get()) > 0;
            var own = tenancy.limits().get(rule);
            boolean isAboveOwn = usage.amount(rule).signum() > 0 && own != null && all.compareTo(own.amount()) > 0;
            boolean covered = paid && rule.isCoveredByMoney();
            if (isAboveOwn || (isAboveAllowance && !covered)) {
                refused.add(rule.id());
            } else if (isAboveAllowance) {
                accepted.add(rule.id());
            }
        }
        // then
        assertThat(rules(ledger.violations())).isEqualTo(refused);
        assertThat(rules(ledger.accepted())).isEqualTo(accepted);
        assertThat(ledger.violations()).allMatch(v -> v.value().compareTo(v.limit()) > 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_quick_verdict_and_the_slow_one_agree(long seed) {
        // given
        var random = new Random(seed);
        var spec = Vary.threeNode()
                .accept(String.valueOf(random.nextInt(40)))
                .allowance(Allowances.ids().get(random.nextInt(3)))
                .spec();
        var ledger = ledger(spec, anyTenancy(random));
        var standing = Usage.ofAll(UsageTest.anyNodes(random));
        // then
        assertThat(ledger.allows(standing)).isEqualTo(ledger.refusals(standing).isEmpty());
        assertThat(ledger.allows(ledger.usage())).isEqualTo(ledger.violations().isEmpty());
        assertThat(ledger.allows(Usage.NONE)).isTrue();
    }

    private static TenancyFacts anyTenancy(Random random) {
        var others = Usage.NONE;
        for (var rule : LIMITED) {
            if (random.nextInt(3) == 0) {
                others = others.plus(Usage.of(rule, BigDecimal.valueOf(random.nextInt(6))));
            }
        }
        var limits = new EnumMap<LimitRule, ServiceLimit>(LimitRule.class);
        for (var rule : LIMITED) {
            if (random.nextBoolean()) {
                limits.put(
                        rule, limit(rule, String.valueOf(random.nextInt(rule == LimitRule.BLOCK_STORAGE ? 250 : 30))));
            }
        }
        return tenancy(others, limits);
    }

    private static ServiceLimit limit(LimitRule rule, String amount) {
        return new ServiceLimit(rule, new BigDecimal(amount), rule.id() + "-count");
    }

    private static TenancyFacts tenancy(Usage others, Map<LimitRule, ServiceLimit> limits) {
        return new TenancyFacts("eu-frankfurt-1", List.of("eu-frankfurt-1"), others, limits, List.of());
    }

    private static Ledger ledger(Spec spec, TenancyFacts tenancy) {
        return Ledger.of(
                spec, Allowances.byId(spec.account().allowance()).orElseThrow(), Standing.usageOf(spec), tenancy);
    }

    private static List<String> rules(List<Violation> violations) {
        return violations.stream()
                .filter(v -> LimitRule.COUNTED.contains(v.rule()))
                .map(v -> v.rule().id())
                .toList();
    }
}
