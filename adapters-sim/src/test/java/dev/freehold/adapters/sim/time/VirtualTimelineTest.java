package dev.freehold.adapters.sim.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.adapters.sim.chance.Seed;
import dev.freehold.ports.driver.ProcessHalted;
import dev.freehold.ports.time.Timeline;
import dev.freehold.ports.time.TimelineContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class VirtualTimelineTest implements TimelineContract {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @Override
    public VirtualTimeline timeline() {
        return VirtualTimeline.from(START, Seed.ZERO);
    }

    @Test
    void years_pass_in_no_time_and_to_the_nanosecond() throws InterruptedException {
        // given
        var timeline = timeline();
        // when
        timeline.start("patient", () -> sleep(timeline, Duration.ofDays(400).plusNanos(1)));
        timeline.join();
        // then
        assertThat(timeline.now()).isEqualTo(START.plus(Duration.ofDays(400)).plusNanos(1));
    }

    @Test
    void workers_begin_when_somebody_joins() throws InterruptedException {
        // given
        var timeline = timeline();
        var begun = new AtomicInteger();
        timeline.start("one", begun::incrementAndGet);
        assertThat(begun).hasValue(0);
        // when
        timeline.join();
        // then
        assertThat(begun).hasValue(1);
    }

    @Test
    void those_that_wake_at_one_instant_wake_in_the_order_in_which_they_slept() throws InterruptedException {
        // given
        var timeline = timeline();
        var woken = new ArrayList<Integer>();
        // when
        for (int i = 0; i < 50; i++) {
            int number = i;
            timeline.start("worker", () -> {
                sleep(timeline, Duration.ofSeconds(5));
                woken.add(number);
            });
        }
        timeline.join();
        // then
        assertThat(woken).isEqualTo(IntStream.range(0, 50).boxed().toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void it_runs_as_a_plain_queue_of_events_would(long seed) throws InterruptedException {
        assertThat(lived(seed)).isEqualTo(calculated(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_same_seed_gives_the_same_run(long seed) throws InterruptedException {
        assertThat(lived(seed)).isEqualTo(lived(seed));
    }

    @Test
    void another_seed_gives_another_order_of_the_same_work() throws InterruptedException {
        var one = crowd(new Seed(1));
        var two = crowd(new Seed(2));
        assertThat(one).isNotEqualTo(two).containsExactlyInAnyOrderElementsOf(two);
    }

    private static List<Integer> crowd(Seed seed) throws InterruptedException {
        var timeline = VirtualTimeline.from(START, seed);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            timeline.start("worker", () -> order.add(number));
        }
        timeline.join();
        return order;
    }

    /// What a worker of that number does, step by step: naps in seconds, and a child after the second one.
    private static List<Integer> naps(long seed, int worker) {
        return IntStream.range(0, 4)
                .map(step -> (int) Math.floorMod(new Seed(seed + 1).of("worker", worker * 10L + step), 7L))
                .boxed()
                .toList();
    }

    private static final int WORKERS = 12;

    private static List<String> lived(long seed) throws InterruptedException {
        var timeline = VirtualTimeline.from(START, Seed.ZERO);
        var events = new ArrayList<String>();
        for (int worker = 0; worker < WORKERS; worker++) {
            begin(timeline, seed, worker, events);
        }
        timeline.join();
        return events;
    }

    private static void begin(VirtualTimeline timeline, long seed, int worker, List<String> events) {
        timeline.start("worker", () -> {
            var naps = naps(seed, worker);
            for (int step = 0; step < naps.size(); step++) {
                events.add(worker + "." + step + "@"
                        + Duration.between(START, timeline.now()).toSeconds());
                if (step == 1 && worker < WORKERS) {
                    begin(timeline, seed, worker + WORKERS, events);
                }
                sleep(timeline, Duration.ofSeconds(naps.get(step)));
            }
        });
    }

    /// The naive model: one queue of (when, arrival), no threads at all.
    private static List<String> calculated(long seed) {
        record Event(long at, long arrival, int worker, int step) {}
        var queue = new PriorityQueue<Event>(Comparator.comparingLong(Event::at).thenComparingLong(Event::arrival));
        var events = new ArrayList<String>();
        long arrivals = 0;
        for (int worker = 0; worker < WORKERS; worker++) {
            queue.add(new Event(0, arrivals++, worker, 0));
        }
        while (!queue.isEmpty()) {
            var event = queue.poll();
            var naps = naps(seed, event.worker());
            int step = event.step();
            // a nap of nothing returns at once, without giving the turn away
            for (boolean awake = true; awake && step < naps.size(); step++) {
                events.add(event.worker() + "." + step + "@" + event.at());
                if (step == 1 && event.worker() < WORKERS) {
                    queue.add(new Event(event.at(), arrivals++, event.worker() + WORKERS, 0));
                }
                int nap = naps.get(step);
                if (nap > 0) {
                    queue.add(new Event(event.at() + nap, arrivals++, event.worker(), step + 1));
                    awake = false;
                }
            }
        }
        return events;
    }

    @Test
    void where_one_dies_the_others_never_run_again() throws InterruptedException {
        // given
        var timeline = timeline();
        var after = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            timeline.start("other", () -> {
                sleep(timeline, Duration.ofSeconds(2));
                after.incrementAndGet();
            });
        }
        timeline.start("dying", () -> {
            sleep(timeline, Duration.ofSeconds(1));
            throw new ProcessHalted("killed");
        });
        // when, then
        assertThatThrownBy(timeline::join).isInstanceOf(ProcessHalted.class);
        assertThat(after).hasValue(0);
        assertThatThrownBy(timeline::join).isInstanceOf(ProcessHalted.class);
        assertThatThrownBy(() -> timeline.start("late", after::incrementAndGet)).isInstanceOf(ProcessHalted.class);
        assertThatThrownBy(() -> timeline.sleep(Duration.ofDays(1))).isInstanceOf(ProcessHalted.class);
        assertThat(after).hasValue(0);
        assertThat(timeline.now()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void a_worker_that_waits_for_all_workers_is_told_so() {
        // given
        var timeline = timeline();
        timeline.start("waiting for itself", () -> {
            try {
                timeline.join();
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
        // when, then
        assertThatThrownBy(timeline::join)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("itself among them");
    }

    @Test
    void a_guest_wakes_in_its_turn_and_the_workers_wait_for_it_to_join() throws InterruptedException {
        // given
        var timeline = timeline();
        var ticks = new AtomicInteger();
        timeline.start("clock", () -> {
            for (int i = 0; i < 10; i++) {
                sleep(timeline, Duration.ofSeconds(1));
                ticks.incrementAndGet();
            }
        });
        // when
        timeline.sleep(Duration.ofMillis(3500));
        // then
        assertThat(ticks).hasValue(3);
        assertThat(timeline.now()).isEqualTo(START.plusMillis(3500));
        timeline.join();
        assertThat(ticks).hasValue(10);
    }

    @Test
    void many_timelines_live_side_by_side_without_touching_each_other() throws InterruptedException {
        // given
        var threads = new ArrayList<Thread>();
        var wrong = new AtomicInteger();
        for (int t = 0; t < 4; t++) {
            long first = t * 100L;
            threads.add(Thread.ofPlatform().start(() -> {
                for (long seed = first; seed < first + 50; seed++) {
                    try {
                        if (!lived(seed).equals(calculated(seed))) {
                            wrong.incrementAndGet();
                        }
                    } catch (InterruptedException unexpected) {
                        wrong.incrementAndGet();
                    }
                }
            }));
        }
        // when
        for (var thread : threads) {
            thread.join();
        }
        // then
        assertThat(wrong).hasValue(0);
    }

    @Test
    void no_wake_up_is_lost_among_interrupts_from_outside() throws InterruptedException {
        for (int round = 0; round < 100; round++) {
            // given
            var timeline = timeline();
            var ended = new AtomicInteger();
            var workers = new ArrayList<Timeline.Worker>();
            for (int i = 0; i < 10; i++) {
                workers.add(timeline.start("worker", () -> {
                    for (int nap = 0; nap < 20; nap++) {
                        try {
                            timeline.sleep(Duration.ofSeconds(1));
                        } catch (InterruptedException told) {
                            // goes on, to sleep again
                        }
                    }
                    ended.incrementAndGet();
                }));
            }
            // when
            var outside = Thread.ofPlatform().start(() -> workers.forEach(Timeline.Worker::interrupt));
            timeline.join();
            outside.join();
            // then
            assertThat(ended).hasValue(10);
        }
    }

    private static void sleep(VirtualTimeline timeline, Duration duration) {
        try {
            timeline.sleep(duration);
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
