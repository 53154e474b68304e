package dev.freehold.adapters.local.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    static Stream<Instant> instants() {
        var random = new SplittableRandom(1);
        var some = Stream.generate(() -> Instant.ofEpochSecond(
                        random.nextLong(-10_000_000_000L, 100_000_000_000L),
                        new long[] {0, 500_000_000, 120_000, random.nextLong(1_000_000_000)}[random.nextInt(4)]))
                .limit(200);
        return Stream.concat(Stream.of(Instant.EPOCH, Instant.MIN, Instant.MAX), some);
    }

    @ParameterizedTest
    @MethodSource("instants")
    void an_instant_comes_back_as_it_was(Instant instant) {
        assertThat(Instants.parse(Instants.text(instant))).isEqualTo(instant);
    }

    @Test
    void a_leap_day_is_a_day() {
        assertThat(Instants.parse("2028-02-29T23:59:59Z")).isEqualTo(Instant.parse("2028-02-29T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "never",
                "2026-01-01",
                "2026-01-01T00:00:00",
                "2026-02-30T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00.0123456789Z",
                "２０26-01-01T00:00:00Z"
            })
    void what_is_no_instant_is_refused(String text) {
        assertThatThrownBy(() -> Instants.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no instant");
    }
}
