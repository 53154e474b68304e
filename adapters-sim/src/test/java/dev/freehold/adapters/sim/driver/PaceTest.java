package dev.freehold.adapters.sim.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.sim.ThreeHosts;
import dev.freehold.adapters.sim.call.Act;
import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.domain.resource.OciResource.Instance;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Durations TWO_MINUTES = (_, _) -> Duration.ofMinutes(2);
    private final Instance host = ThreeHosts.the(Instance.class, "ampere-1");

    private Duration drawn(long seed, int attempt) {
        return new Pace(TWO_MINUTES, new Seed(seed)).of(Act.CREATE, host.id(), host, attempt);
    }

    @Test
    void seed_zero_goes_exactly_by_the_profile() {
        assertThat(drawn(0, 1)).isEqualTo(Duration.ofMinutes(2));
        assertThat(drawn(0, 7)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void another_seed_draws_around_it_each_attempt_anew_and_always_the_same() {
        assertThat(drawn(3, 1)).isEqualTo(drawn(3, 1)).isNotEqualTo(drawn(3, 2)).isNotEqualTo(drawn(4, 1));
    }

    @Test
    void half_the_draws_are_longer_than_the_profile_and_none_is_out_of_bounds() {
        // when
        var drawn =
                LongStream.rangeClosed(1, 2000).mapToObj(seed -> drawn(seed, 1)).toList();
        // then
        long longer = drawn.stream()
                .filter(d -> d.compareTo(Duration.ofMinutes(2)) > 0)
                .count();
        assertThat(longer).isBetween(900L, 1100L);
        assertThat(drawn)
                .allSatisfy(duration -> assertThat(duration).isBetween(Duration.ofSeconds(48), Duration.ofMinutes(12)));
    }

    @Test
    void what_takes_no_time_never_takes_any() {
        var pace = new Pace((_, _) -> Duration.ZERO, new Seed(5));
        assertThat(pace.of(Act.CREATE, host.id(), host, 1)).isZero();
    }
}
