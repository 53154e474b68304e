package dev.freehold.lab.oracle.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.ManualClock;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.oracle.limit.Gauge;
import dev.freehold.lab.oracle.limit.LimitCatalogue;
import dev.freehold.lab.oracle.limit.Limits;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.World;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterTest {
    private static final String CORES = "standard-a1-core-regional-count";
    private static final String DISKS = "total-storage-gb";

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private final List<Gauge.Use> cores = new ArrayList<>();
    private final List<Gauge.Use> disks = new ArrayList<>();
    private World world;
    private Meter meter;

    @BeforeEach
    void a_meter() {
        world = World.open(folder, new Ocids(0, "eu-frankfurt-1"), _ -> clock);
        var limits = new Limits(LimitCatalogue.of("payg-2026-10", List.of("AD-1"), 0));
        limits.gauge(CORES, _ -> cores.stream());
        limits.gauge(DISKS, _ -> disks.stream());
        meter = new Meter("payg-2026-10", limits);
        read();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void within_the_free_amounts_hours_count_and_cost_nothing() {
        cores.add(new Gauge.Use("team", "", 4));

        pass(Duration.ofHours(10));

        assertThat(sum(MeteredHour::quantity)).isEqualByComparingTo("40");
        assertThat(sum(MeteredHour::usd)).isZero();
    }

    @Test
    void what_stands_above_them_is_priced_for_as_long_as_it_stands() {
        cores.add(new Gauge.Use("team", "", 6));
        pass(Duration.ofHours(10));
        cores.clear();
        pass(Duration.ofHours(10));

        // two OCPUs above four, ten hours, a cent each
        assertThat(sum(MeteredHour::usd)).isEqualByComparingTo("0.20");
        assertThat(hours()).allSatisfy(hour -> assertThat(hour.sku().service()).isEqualTo("Compute"));
    }

    @Test
    void an_instance_that_was_stopped_is_not_billed() {
        cores.add(new Gauge.Use("team", "", 6));
        var stopped = Json.object().put("shape", "VM.Standard.A1.Flex");
        stopped.putObject("shapeConfig").put("ocpus", 2).put("memoryInGBs", 12);
        world.change(tx -> tx.create("instance", "team", "STOPPED", stopped));

        pass(Duration.ofHours(10));

        assertThat(sum(MeteredHour::quantity)).isEqualByComparingTo("40");
        assertThat(sum(MeteredHour::usd)).isZero();
    }

    @Test
    void disks_cost_their_gigabytes_and_their_performance() {
        disks.add(new Gauge.Use("team", "AD-1", 300));

        pass(Duration.ofDays(31));

        // 100 GB above 200, a month of 744 hours: 0.0255 and ten units of 0.0017 each
        assertThat(sum(MeteredHour::usd).doubleValue()).isBetween(4.2499, 4.2501);
    }

    @Test
    void compartments_share_what_is_free() {
        cores.add(new Gauge.Use("team", "", 6));
        cores.add(new Gauge.Use("other", "", 2));

        pass(Duration.ofHours(1));

        assertThat(hours().stream()
                        .filter(hour -> hour.compartmentId().equals("team"))
                        .map(MeteredHour::usd)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0.03");
        assertThat(sum(MeteredHour::usd)).isEqualByComparingTo("0.04");
    }

    @Test
    void however_often_it_is_read_the_sum_is_the_same() {
        cores.add(new Gauge.Use("team", "", 5));

        for (int minute = 0; minute < 60 * 30; minute += 17) {
            clock.pass(Duration.ofMinutes(17));
            read();
        }

        assertThat(sum(MeteredHour::usd).doubleValue()).isBetween(0.30, 0.301);
        assertThat(hours().stream().map(MeteredHour::hour).distinct()).hasSizeBetween(30, 32);
    }

    private void pass(Duration time) {
        clock.pass(time);
        read();
    }

    private void read() {
        world.change(tx -> {
            meter.read(tx);
            return tx;
        });
    }

    private List<MeteredHour> hours() {
        return world.change(tx -> meter.hours(tx, ManualClock.START.minusSeconds(1), tx.now()));
    }

    private BigDecimal sum(Function<MeteredHour, BigDecimal> what) {
        return hours().stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
