package dev.freehold.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.ports.cloud.CloudCredentials;
import dev.freehold.ports.cloud.CloudCredentials.NotLetIn;
import dev.freehold.ports.cloud.CloudCredentials.Proof;
import dev.freehold.ports.cloud.CloudCredentials.Unclear;
import dev.freehold.ports.cloud.CloudCredentials.Works;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwaitAccessTest {
    private static final Works WORKS = new Works(List.of("eu-frankfurt-1"));

    private final Clock clock = new Clock();

    /// Time that passes only where somebody sleeps.
    private static final class Clock implements Timeline {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Worker start(String name, Runnable work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void join() {}
    }

    /// A cloud that lets the key in at that second, and says until then what `before` is.
    private record Cloud(Clock clock, int letsInAt, Proof before) implements CloudCredentials {
        @Override
        public Standing find() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ApiKey makeKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(Account account, ApiKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Proof prove() {
            return clock.now().getEpochSecond() >= letsInAt ? WORKS : before;
        }

        @Override
        public List<String> knownRegions() {
            return List.of();
        }
    }

    private AwaitAccess.Outcome outcome(int letsInAt, Proof before) throws InterruptedException {
        return new AwaitAccess(new Cloud(clock, letsInAt, before), clock, Duration.ofSeconds(5))
                .upTo(Duration.ofSeconds(60));
    }

    @Test
    void a_key_that_is_known_is_tried_once() throws Exception {
        assertThat(outcome(0, new NotLetIn(null))).isEqualTo(new AwaitAccess.LetIn(WORKS.regions()));
        assertThat(clock.now()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_key_is_tried_until_it_is_let_in() throws Exception {
        assertThat(outcome(17, new NotLetIn(null))).isEqualTo(new AwaitAccess.LetIn(WORKS.regions()));
        assertThat(clock.now()).isEqualTo(Instant.ofEpochSecond(20));
    }

    @Test
    void an_answer_that_says_nothing_of_the_key_is_no_reason_to_stop() throws Exception {
        assertThat(outcome(17, new Unclear("no route"))).isEqualTo(new AwaitAccess.LetIn(WORKS.regions()));
    }

    @Test
    void in_the_end_it_is_given_up_with_what_was_said_last() throws Exception {
        assertThat(outcome(1000, new NotLetIn(Duration.ofHours(1))))
                .isEqualTo(new AwaitAccess.GivenUp(new NotLetIn(Duration.ofHours(1))));
        assertThat(clock.now()).isEqualTo(Instant.ofEpochSecond(60));
    }
}
