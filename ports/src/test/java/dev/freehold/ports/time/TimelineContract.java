package dev.freehold.ports.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every [Timeline] does. Durations are short enough for real time.
@Timeout(20)
public interface TimelineContract {
    Duration MOMENT = Duration.ofMillis(5);
    Duration FOREVER = Duration.ofDays(300);

    /// A timeline without workers.
    Timeline timeline();

    @Test
    default void a_sleep_lasts_at_least_as_long_as_asked() throws InterruptedException {
        // given
        var timeline = timeline();
        var woke = new AtomicReference<Instant>();
        var slept = new AtomicReference<Instant>();
        // when
        timeline.start("sleeper", () -> {
            slept.set(timeline.now());
            sleep(timeline, MOMENT);
            woke.set(timeline.now());
        });
        timeline.join();
        // then
        assertThat(Duration.between(slept.get(), woke.get())).isGreaterThanOrEqualTo(MOMENT);
    }

    @Test
    default void nothing_and_less_than_nothing_is_slept_at_once() throws InterruptedException {
        // given
        var timeline = timeline();
        var ended = new AtomicInteger();
        // when
        timeline.start("sleeper", () -> {
            sleep(timeline, Duration.ZERO);
            sleep(timeline, FOREVER.negated());
            ended.incrementAndGet();
        });
        timeline.join();
        // then
        assertThat(ended).hasValue(1);
    }

    @Test
    default void whoever_is_no_worker_can_sleep_too() throws InterruptedException {
        // given
        var timeline = timeline();
        var before = timeline.now();
        // when
        timeline.sleep(MOMENT);
        // then
        assertThat(timeline.now()).isAfterOrEqualTo(before.plus(MOMENT));
    }

    @Test
    default void joining_waits_for_what_workers_start_too() throws InterruptedException {
        // given
        var timeline = timeline();
        var ended = Collections.synchronizedList(new ArrayList<String>());
        // when
        timeline.start("parent", () -> {
            timeline.start("child", () -> {
                sleep(timeline, MOMENT.multipliedBy(3));
                timeline.start("grandchild", () -> {
                    sleep(timeline, MOMENT);
                    ended.add("grandchild");
                });
                ended.add("child");
            });
            sleep(timeline, MOMENT);
            ended.add("parent");
        });
        timeline.join();
        // then
        assertThat(ended).containsExactlyInAnyOrder("parent", "child", "grandchild");
    }

    @Test
    default void joining_without_workers_returns_at_once_and_workers_can_come_after_it() throws InterruptedException {
        // given
        var timeline = timeline();
        var ended = new AtomicInteger();
        timeline.join();
        // when
        timeline.start("late", ended::incrementAndGet);
        timeline.join();
        // then
        assertThat(ended).hasValue(1);
    }

    @Test
    default void a_sleep_can_be_interrupted_by_another_worker() throws InterruptedException {
        // given
        var timeline = timeline();
        var outcome = new AtomicReference<>("nothing");
        var sleeper = timeline.start("sleeper", () -> {
            try {
                timeline.sleep(FOREVER);
                outcome.set("slept through");
            } catch (InterruptedException woken) {
                outcome.set("interrupted");
            }
        });
        // when
        timeline.start("waker", () -> {
            sleep(timeline, MOMENT);
            sleeper.interrupt();
        });
        timeline.join();
        // then
        assertThat(outcome).hasValue("interrupted");
    }

    @Test
    default void an_interrupt_before_the_sleep_is_not_lost() throws InterruptedException {
        // given
        var timeline = timeline();
        var outcomes = Collections.synchronizedList(new ArrayList<String>());
        // when
        var self = new AtomicReference<Timeline.Worker>();
        timeline.start("starter", () -> {
            self.set(timeline.start("sleeper", () -> {
                for (int i = 0; i < 2; i++) {
                    try {
                        timeline.sleep(i == 0 ? FOREVER : MOMENT);
                        outcomes.add("slept");
                    } catch (InterruptedException told) {
                        outcomes.add("interrupted");
                    }
                }
            }));
            self.get().interrupt();
        });
        timeline.join();
        // then: once, and not a second time
        assertThat(outcomes).containsExactly("interrupted", "slept");
    }

    @Test
    default void an_interrupt_of_one_who_has_ended_does_nothing() throws InterruptedException {
        // given
        var timeline = timeline();
        var worker = timeline.start("short", () -> {});
        timeline.join();
        // when
        worker.interrupt();
        // then
        timeline.join();
    }

    @Test
    default void what_a_worker_throws_reaches_whoever_joins_and_once_only() throws InterruptedException {
        // given
        var timeline = timeline();
        var others = new AtomicInteger();
        timeline.start("thrower", () -> {
            throw new IllegalStateException("a worker's own");
        });
        timeline.start("other", () -> {
            sleep(timeline, MOMENT);
            others.incrementAndGet();
        });
        // when, then
        assertThatThrownBy(timeline::join).hasMessage("a worker's own");
        assertThat(others).hasValue(1);
        timeline.join();
    }

    @Test
    default void an_error_reaches_whoever_joins() {
        // given
        var timeline = timeline();
        timeline.start("dying", () -> {
            throw new AssertionError("a worker's end");
        });
        // when, then
        assertThatThrownBy(timeline::join).isInstanceOf(AssertionError.class).hasMessage("a worker's end");
    }

    @Test
    default void now_never_goes_back() throws InterruptedException {
        // given
        var timeline = timeline();
        List<Instant> seen = Collections.synchronizedList(new ArrayList<>());
        // when
        for (int i = 0; i < 3; i++) {
            timeline.start("watcher", () -> {
                for (int look = 0; look < 5; look++) {
                    seen.add(timeline.now());
                    sleep(timeline, Duration.ofMillis(1));
                }
            });
        }
        timeline.join();
        // then
        assertThat(timeline.now()).isAfterOrEqualTo(Collections.max(seen));
    }

    private static void sleep(Timeline timeline, Duration duration) {
        try {
            timeline.sleep(duration);
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
