package dev.freehold.adapters.sim.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.Worlds;
import dev.freehold.adapters.sim.world.SimWorld;
import dev.freehold.adapters.sim.world.Thing;
import dev.freehold.domain.allowance.Allowances;
import dev.freehold.domain.allowance.Forecast;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.quantity.Usd;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ListPriceTest {
    private final SimWorld world = Worlds.complete();

    @Test
    void the_three_hosts_cost_nothing_where_four_ocpus_are_free() {
        assertThat(total("always-free-2021")).isEqualByComparingTo(Usd.ZERO);
    }

    @Test
    void what_is_above_the_halved_allowance_is_billed() {
        // 3 OCPUs and 24 GB for 744 hours: 732 OCPU-hours and 8,856 GB-hours above 1,500 and 9,000.
        assertThat(ListPrice.A1_OCPU_HOURS.aMonth(world, "always-free-2026-06")).isEqualByComparingTo(Usd.of("7.32"));
        assertThat(ListPrice.A1_GIGABYTE_HOURS.aMonth(world, "always-free-2026-06"))
                .isEqualByComparingTo(Usd.of("13.284"));
    }

    @Test
    void the_bill_and_the_forecast_reckon_alike() {
        for (var id : Allowances.ids()) {
            var allowance = Allowances.byId(id).orElseThrow();
            var standing = world.standing().stream().map(Thing::resource).toList();
            assertThat(total(id))
                    .as(id)
                    .isEqualByComparingTo(
                            Forecast.of(Usage.ofAll(standing), allowance).usdPerMonth());
        }
    }

    private Usd total(String allowance) {
        return Arrays.stream(ListPrice.values())
                .map(price -> price.aMonth(world, allowance))
                .reduce(Usd.ZERO, Usd::plus);
    }
}
