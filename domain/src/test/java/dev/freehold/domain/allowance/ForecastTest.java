package dev.freehold.domain.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.spec.DefaultSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForecastTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @CsvSource({
        // the hours of the whole month, less the free ones, times the list price
        "always-free-2026-06, a1-ocpus,                  2,    1488,  1500,   0,      0",
        "always-free-2026-06, a1-ocpus,                  4,    2976,  1500,   1476,   14.76",
        "always-free-2026-06, a1-memory,                12,    8928,  9000,   0,      0",
        "always-free-2026-06, a1-memory,                24,   17856,  9000,   8856,   13.284",
        "always-free-2021,    a1-ocpus,                  4,    2976,  3000,   0,      0",
        "always-free-2021,    a1-ocpus,                  5,    3720,  3000,   720,    7.2",
        "payg-2026-10,        a1-memory,                25,   18600, 18000,   600,    0.9",
        "always-free-2021,    block-storage,           200,     200,   200,   0,      0",
        "always-free-2021,    block-storage,           201,     201,   200,   1,      0.0425",
        "always-free-2021,    object-storage,           21,      21,    20,   1,      0.0255",
        "payg-2026-10,        object-storage,           21,      21,    10,   11,     0.2805",
        "always-free-2021,    load-balancers,            1,     744,   744,   0,      0",
        "always-free-2021,    load-balancers,            2,    1488,   744,   744,    8.4072",
        "always-free-2021,    load-balancer-bandwidth,  10,    7440,  7440,   0,      0",
        "always-free-2021,    load-balancer-bandwidth, 110,   81840,  7440,   74400,  7.44",
    })
    void a_month_of_744_hours_is_priced_above_the_allowance(
            String allowance,
            String rule,
            BigDecimal standing,
            BigDecimal quantity,
            BigDecimal free,
            BigDecimal billed,
            BigDecimal usd) {
        // when
        var forecast = Forecast.of(
                Usage.of(ruleOf(rule), standing), Allowances.byId(allowance).orElseThrow());
        // then
        assertThat(forecast.items()).singleElement().satisfies(item -> {
            assertThat(item.quantity()).isEqualByComparingTo(quantity);
            assertThat(item.free()).isEqualByComparingTo(free);
            assertThat(item.billed()).isEqualByComparingTo(billed);
            assertThat(item.usdPerMonth()).isEqualTo(new Usd(usd));
        });
        assertThat(forecast.usdPerMonth()).isEqualTo(new Usd(usd));
    }

    private static LimitRule ruleOf(String id) {
        return LimitRule.COUNTED.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_platforms_that_init_writes_cost_nothing() {
        for (var spec : List.of(DefaultSpec.threeNode(), DefaultSpec.twoNode())) {
            var allowance = Allowances.byId(spec.account().allowance()).orElseThrow();
            assertThat(Forecast.of(Standing.usageOf(spec), allowance).usdPerMonth())
                    .isEqualTo(Usd.ZERO);
        }
    }

    @Test
    void the_old_platform_on_todays_allowance_costs_its_excess() {
        // when: 2232 of 1500 OCPU-hours, 17856 of 9000 GB-hours
        var forecast = Forecast.of(Standing.usageOf(DefaultSpec.threeNode()), Allowances.ALWAYS_FREE_2026_06);
        // then
        assertThat(forecast.usdPerMonth()).isEqualTo(Usd.of("20.604"));
        assertThat(Forecast.inCents(forecast.usdPerMonth())).isEqualByComparingTo("20.61");
    }

    @Test
    void the_smallest_cost_shows_as_a_cent() {
        assertThat(Forecast.inCents(Usd.of("0.0001"))).isEqualByComparingTo("0.01");
        assertThat(Forecast.inCents(Usd.ZERO)).isEqualByComparingTo("0");
    }

    @Test
    void every_price_has_its_part_number_and_source() {
        assertThat(Price.values())
                .allMatch(price -> price.part().startsWith("B9")
                        && price.usd().signum() > 0
                        && !price.source().isBlank());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void something_is_billed_exactly_when_a_billed_limit_is_passed(long seed) {
        // given whole amounts: the free hours of a month leave a little room above a whole OCPU or GB
        var random = new Random(seed);
        var usage = Usage.NONE;
        for (var rule : LimitRule.COUNTED) {
            if (rule != LimitRule.A1_INSTANCES) {
                usage = usage.plus(Usage.of(rule, BigDecimal.valueOf(anAmount(rule, random))));
            }
        }
        for (var allowance : Allowances.all()) {
            // when
            var forecast = Forecast.of(usage, allowance);
            // then
            var standing = usage;
            boolean passed = LimitRule.COUNTED.stream()
                    .filter(LimitRule::isCoveredByMoney)
                    .anyMatch(rule -> allowance
                            .limit(rule)
                            .filter(limit -> standing.amount(rule).compareTo(limit) > 0)
                            .isPresent());
            assertThat(forecast.usdPerMonth().amount().signum() > 0).isEqualTo(passed);
        }
    }

    /// Around the limit, so that both sides are met.
    private static long anAmount(LimitRule rule, Random random) {
        long limit = Allowances.ALWAYS_FREE_2021.limit(rule).orElseThrow().longValueExact();
        return random.nextInt(6) == 0 ? limit + 1 + random.nextInt(5) : random.nextLong(limit + 1);
    }
}
