package dev.freehold.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SystemTimelineTest {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final SystemTimeline timeline = new SystemTimeline();

    @Test
    void a_sleeper_wakes_no_sooner_than_it_asked_for() throws InterruptedException {
        // given
        var before = timeline.now();
        // when
        timeline.sleep(Duration.ofMillis(20));
        // then
        assertThat(Duration.between(before, timeline.now())).isGreaterThanOrEqualTo(Duration.ofMillis(19));
    }

    @Test
    void nothing_to_sleep_for_returns_at_once() throws InterruptedException {
        timeline.sleep(Duration.ZERO);
        timeline.sleep(FOR_EVER.negated());
    }

    @Test
    void joining_waits_for_workers_that_workers_start() throws InterruptedException {
        // given
        var ended = new ConcurrentLinkedQueue<String>();
        timeline.start("outer", () -> {
            timeline.start("inner", () -> {
                sleep(Duration.ofMillis(20));
                ended.add("inner");
            });
            ended.add("outer");
        });
        // when
        timeline.join();
        // then
        assertThat(ended).containsExactly("outer", "inner");
    }

    @Test
    void a_worker_is_a_virtual_thread_with_its_name() throws InterruptedException {
        // given
        var seen = new ConcurrentLinkedQueue<String>();
        // when
        timeline.start(
                "oci/vcn/freehold",
                () -> seen.add(Thread.currentThread().getName() + " "
                        + Thread.currentThread().isVirtual()));
        timeline.join();
        // then
        assertThat(seen).containsExactly("oci/vcn/freehold true");
    }

    @Test
    void an_interrupted_worker_wakes_at_once() throws InterruptedException {
        // given
        var woken = new AtomicBoolean();
        var sleeper = timeline.start("sleeper", () -> woken.set(!sleep(FOR_EVER)));
        // when: now, or when it next sleeps
        sleeper.interrupt();
        timeline.join();
        // then
        assertThat(woken).isTrue();
    }

    @Test
    void what_workers_threw_is_thrown_once_all_have_ended() throws InterruptedException {
        // given
        var gate = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        timeline.start("halts", () -> {
            gate.countDown();
            throw new AssertionError("halted");
        });
        timeline.start("goes on", () -> {
            await(gate);
            ended.set(true);
        });
        // when
        assertThatThrownBy(timeline::join).isInstanceOf(AssertionError.class).hasMessage("halted");
        // then
        assertThat(ended).isTrue();
        // and it is thrown but once
        timeline.join();
    }

    @Test
    void no_failure_hides_another() {
        // given
        for (var name : List.of("one", "other")) {
            timeline.start(name, () -> {
                throw new IllegalStateException(name);
            });
        }
        // then
        assertThatThrownBy(timeline::join)
                .satisfies(thrown -> assertThat(List.of(thrown.getMessage(), thrown.getSuppressed()[0].getMessage()))
                        .containsExactlyInAnyOrder("one", "other"));
    }

    @Test
    void an_interrupted_caller_leaves_the_workers_at_work() throws InterruptedException {
        // given
        var gate = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        timeline.start("worker", () -> {
            await(gate);
            ended.set(true);
        });
        // when
        Thread.currentThread().interrupt();
        assertThatThrownBy(timeline::join).isInstanceOf(InterruptedException.class);
        // then
        gate.countDown();
        timeline.join();
        assertThat(ended).isTrue();
    }

    /// Did it sleep to the end?
    private boolean sleep(Duration duration) {
        try {
            timeline.sleep(duration);
            return true;
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
