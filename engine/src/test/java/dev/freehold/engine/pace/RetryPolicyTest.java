package dev.freehold.engine.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {
    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @Test
    void intervals_grow_by_the_factor_up_to_the_longest() {
        var policy = Pace.USUAL.busy();
        assertThat(LongStream.rangeClosed(1, 7)
                        .map(number -> policy.before((int) number, 0).toSeconds()))
                .containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_full_region_is_asked_every_five_minutes_or_so_and_never_more_than_once_a_minute(long seed) {
        var policy = Pace.USUAL.noRoom();
        for (int number = 1; number <= policy.repetitions(); number++) {
            assertThat(policy.before(number, Chance.share(seed, 7, number)))
                    .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        }
    }

    @Test
    void no_interval_falls_below_the_floor() {
        var hasty = new RetryPolicy(Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 0.5, Duration.ofMinutes(1), 3);
        assertThat(hasty.before(1, -1)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void at_twenty_times_the_speed_every_wait_is_a_twentieth() {
        var fast = Pace.USUAL.hunting(Duration.ofHours(10)).atSpeed(20).noRoom();
        assertThat(fast.before(1, 0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(fast.patience()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void what_makes_no_policy_is_refused() {
        var usual = Pace.USUAL.busy();
        assertThatThrownBy(() -> new RetryPolicy(usual.longest(), 2, usual.first(), 0, usual.floor(), 3))
                .hasMessageContaining("can't be waited");
        assertThatThrownBy(() -> new RetryPolicy(usual.first(), 0.5, usual.longest(), 0, usual.floor(), 3))
                .hasMessageContaining("factor 0.5");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void chance_depends_on_who_asks_and_what_alone(long seed) {
        assertThat(Chance.share(seed, 1, 2)).isEqualTo(Chance.share(seed, 1, 2)).isBetween(-1.0, 1.0);
        assertThat(Chance.bits(seed, 1, 2))
                .isNotEqualTo(Chance.bits(seed, 2, 1))
                .isNotEqualTo(Chance.bits(seed, 1, 3))
                .isNotEqualTo(Chance.bits(seed + 1, 1, 2));
    }
}
