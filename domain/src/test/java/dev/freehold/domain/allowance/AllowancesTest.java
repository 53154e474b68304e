package dev.freehold.domain.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AllowancesTest {

    @ParameterizedTest
    @CsvSource({
        "a1-instances,               4,    2,      ",
        "a1-ocpus,                   4,    2,     4",
        "a1-memory,                 24,   12,    24",
        "a1-ocpu-hours,           3000, 1500,  3000",
        "a1-memory-hours,        18000, 9000, 18000",
        "micro-instances,            2,    2,     2",
        "block-storage,            200,  200,   200",
        "boot-volume-minimum,       50,   50,    50",
        "reserved-ips,               2,    2,    50",
        "vcns,                       2,    2,     2",
        "object-storage,            20,   20,    10",
        "object-requests,        50000, 50000, 50000",
        "backups,                    5,    5,     5",
        "load-balancers,             1,    1,     1",
        "load-balancer-bandwidth,   10,   10,    10",
        "network-load-balancers,     1,    1,     1",
        "egress,                    10,   10,    10",
    })
    void each_row_grants_what_its_sources_say(String rule, String old, String now, String payg) {
        assertThat(granted(Allowances.ALWAYS_FREE_2021, rule)).isEqualTo(old);
        assertThat(granted(Allowances.ALWAYS_FREE_2026_06, rule)).isEqualTo(now);
        assertThat(granted(Allowances.PAYG_2026_10, rule)).isEqualTo(payg);
    }

    @SuppressWarnings("NullAway") // an empty cell of the table is null, and so is what isn't limited
    private static String granted(Allowance allowance, String rule) {
        return allowance.limits().values().stream()
                .filter(limit -> limit.rule().id().equals(rule))
                .map(limit -> limit.amount().toPlainString())
                .findFirst()
                .orElse(null);
    }

    static Iterable<Allowance> allowances() {
        return Allowances.all();
    }

    @ParameterizedTest
    @MethodSource("allowances")
    void every_limit_of_every_row_has_a_source(Allowance allowance) {
        // then
        assertThat(allowance.limits().values()).allMatch(limit -> limit.source().startsWith("Oracle"));
        var missing = EnumSet.allOf(LimitRule.class);
        missing.removeAll(allowance.limits().keySet());
        missing.remove(LimitRule.OCPU_INTEGER); // a form, not an amount
        assertThat(missing)
                .isEqualTo(
                        allowance.tenancy() == Allowance.Tenancy.PAYING
                                ? EnumSet.of(LimitRule.A1_INSTANCES)
                                : EnumSet.noneOf(LimitRule.class));
    }

    @ParameterizedTest
    @MethodSource("allowances")
    void what_stands_at_once_lasts_a_month_within_the_hours(Allowance allowance) {
        assertLasts(allowance, LimitRule.A1_OCPUS, LimitRule.A1_OCPU_HOURS);
        assertLasts(allowance, LimitRule.A1_MEMORY, LimitRule.A1_MEMORY_HOURS);
    }

    private static void assertLasts(Allowance allowance, LimitRule standing, LimitRule hours) {
        var aMonth = allowance.limit(standing).orElseThrow().multiply(Forecast.HOURS_OF_A_MONTH);
        assertThat(aMonth).isLessThanOrEqualTo(allowance.limit(hours).orElseThrow());
    }

    @Test
    void the_newest_free_row_begins_the_day_after_the_older_one_ended() {
        // given
        var old = Allowances.byId("always-free-2021").orElseThrow();
        // then
        assertThat(old.until()).isEqualTo(LocalDate.of(2026, 6, 14));
        assertThat(Allowances.successorOf(old)).contains(Allowances.ALWAYS_FREE_2026_06);
        assertThat(Allowances.ALWAYS_FREE_2026_06.from()).isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(Allowances.ALWAYS_FREE_2026_06.until()).isNull();
        assertThat(Allowances.isSuperseded(Allowances.ALWAYS_FREE_2026_06)).isFalse();
        assertThat(Allowances.isSuperseded(Allowances.PAYG_2026_10)).isFalse();
        assertThat(Allowances.byId("always-free")).isEmpty();
    }

    @Test
    void whoever_plans_on_a_doubtful_row_is_told() {
        assertThat(Allowances.remarksOn(Allowances.ALWAYS_FREE_2021))
                .containsExactly("The allowance always-free-2021 held until 2026-06-14; since 2026-06-15 Oracle grants"
                        + " only always-free-2026-06.");
        assertThat(Allowances.remarksOn(Allowances.ALWAYS_FREE_2026_06)).isEmpty();
        assertThat(Allowances.remarksOn(Allowances.PAYG_2026_10))
                .singleElement()
                .asString()
                .contains("contradicts itself", "3,000", "1,500");
    }

    @Test
    void the_rules_that_scripts_know_keep_their_names() {
        assertThat(LimitRule.values())
                .extracting(LimitRule::id)
                .startsWith(
                        "a1-instances",
                        "a1-ocpus",
                        "a1-memory",
                        "micro-instances",
                        "block-storage",
                        "reserved-ips",
                        "vcns",
                        "object-storage",
                        "load-balancers",
                        "load-balancer-bandwidth",
                        "ocpu-integer",
                        "boot-volume-minimum");
    }
}
