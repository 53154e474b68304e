package dev.freehold.adapters.oci.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.journal.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LaunchAttemptTest {
    private static final List<String> DOMAINS = List.of("AD-1", "AD-2", "AD-3");
    private static final int TRIES = 300;

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tries_spread_over_all_domains_however_their_tokens_follow_each_other(long seed) {
        // given tokens as a run gives them: random digits and a number that grows by twos
        var random = new Random(seed);
        Map<String, Integer> tries = new HashMap<>();
        // when
        for (int number = 0; number < TRIES; number++) {
            var token = new Token(String.format("%016x-%d", random.nextLong(), 2 * number));
            tries.merge(LaunchAttempt.of(token).inTurn(DOMAINS).getFirst(), 1, Integer::sum);
        }
        // then each has a third, within four standard deviations
        assertThat(tries.values())
                .hasSize(3)
                .allSatisfy(count -> assertThat(count).isBetween(67, 133));
    }

    @Test
    void tokens_that_differ_in_a_number_alone_spread_as_well() {
        Map<String, Integer> tries = new HashMap<>();
        for (int number = 0; number < TRIES; number++) {
            var token = new Token("0123456789abcdef-" + number);
            tries.merge(LaunchAttempt.of(token).inTurn(DOMAINS).getFirst(), 1, Integer::sum);
        }
        assertThat(tries.values())
                .hasSize(3)
                .allSatisfy(count -> assertThat(count).isBetween(67, 133));
    }

    @Test
    void a_token_means_the_same_try_in_every_process() {
        // these draws are recorded in nobody's journal, but a replay must ask for what was asked for
        var token = new Token("0123456789abcdef-7");
        var attempt = LaunchAttempt.of(token);
        assertThat(attempt).isEqualTo(new LaunchAttempt(0xca3f_a2d8_9147_bb51L));
        assertThat(attempt.inTurn(DOMAINS)).containsExactly("AD-2", "AD-3", "AD-1");
        assertThat(attempt.launchesAnyway()).isTrue();
    }

    @Test
    void most_tries_name_no_fault_domain_and_half_believe_a_report() {
        int named = 0;
        int anyway = 0;
        for (int number = 0; number < TRIES; number++) {
            var attempt = LaunchAttempt.of(new Token("try-" + number));
            named += attempt.faultDomain(List.of("FAULT-DOMAIN-1", "FAULT-DOMAIN-2"))
                            .isPresent()
                    ? 1
                    : 0;
            anyway += attempt.launchesAnyway() ? 1 : 0;
        }
        assertThat(named).isBetween(45, 105);
        assertThat(anyway).isBetween(115, 185);
    }
}
