package dev.freehold.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SystemName;
import dev.freehold.engine.pace.Bounds;
import dev.freehold.engine.pace.Pace;
import dev.freehold.engine.work.Instruction.Request;
import dev.freehold.engine.work.Play.Ending;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulerTest {
    private static boolean twoAddresses(Usage usage) {
        return !usage.exceeds(Usage.of(LimitRule.RESERVED_IPS, BigDecimal.TWO));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static Function<Instruction, Ending> anyLength(long seed) {
        var random = new SplittableRandom(seed);
        return _ -> Ending.done(random.nextInt(1, 600));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everything_is_done_once_in_its_order_and_within_the_bounds(long seed) {
        // given
        var work = Steps.anyGraph(seed, 60);
        // when
        var play = Play.of(work).ending(anyLength(seed)).toTheEnd();
        // then
        assertThat(play.isFinished()).isTrue();
        assertThat(play.doneAt).hasSize(60);
        assertThat(play.log).hasSize(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void where_nothing_is_bounded_the_makespan_is_the_critical_path(long seed) {
        // given
        var work = Steps.anyGraph(seed, 60);
        var unbounded = new Play(work, Pace.USUAL.within(Bounds.NONE), _ -> true, seed);
        // when
        unbounded.ending(anyLength(seed)).toTheEnd();
        // then
        assertThat(unbounded.makespan()).isEqualTo(unbounded.criticalPath());
    }

    @Test
    void a_bound_makes_it_longer_than_the_critical_path() {
        // given
        var steps = new Steps();
        for (int i = 0; i < 4; i++) {
            steps.create(Steps.key("key-" + i));
        }
        var pace = Pace.USUAL.within(Bounds.NONE.with(SystemName.LOCAL, 1));
        // when
        var play = new Play(steps.work(), pace, _ -> true, 0).toTheEnd();
        // then
        assertThat(play.makespan()).isEqualTo(Duration.ofSeconds(40));
        assertThat(play.criticalPath()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void what_the_longest_chain_waits_for_goes_first_then_by_id() {
        // given
        var steps = new Steps();
        steps.create(Steps.key("a"));
        steps.create(Steps.key("b"));
        int head = steps.create(Steps.key("c"));
        steps.create(Steps.key("d"), head);
        var pace = Pace.USUAL.within(Bounds.NONE.with(SystemName.LOCAL, 1));
        // when
        var play = new Play(steps.work(), pace, _ -> true, 0).toTheEnd();
        // then
        assertThat(play.log).extracting(Instruction::step).containsExactly(2, 0, 1, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_fails_takes_exactly_what_depends_on_it_along(long seed) {
        // given
        var work = Steps.anyGraph(seed, 40);
        int victim = new SplittableRandom(seed).nextInt(40);
        // when
        var play = Play.of(work)
                .ending(command -> command.step() == victim ? Ending.fails(Failure.Kind.REFUSED) : Ending.done(5))
                .toTheEnd();
        // then
        var doomed = new TreeSet<Integer>();
        for (var step : work.steps()) {
            if (step.after().stream().anyMatch(earlier -> earlier == victim || doomed.contains(earlier))) {
                doomed.add(step.number());
            }
        }
        assertThat(play.failed).containsOnlyKeys(victim);
        assertThat(play.skipped.keySet()).isEqualTo(doomed);
        assertThat(play.skipped.values()).allMatch(because -> because == victim);
        assertThat(play.doneAt).hasSize(39 - doomed.size());
        assertThat(play.isFinished()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void faults_that_pass_are_lived_through_the_same_way_each_time(long seed) {
        // given
        var work = Steps.anyGraph(seed, 30);
        // when
        var once = faulty(work, seed).toTheEnd();
        var again = faulty(work, seed).toTheEnd();
        // then
        assertThat(once.failed).isEmpty();
        assertThat(once.doneAt).hasSize(30);
        assertThat(again.log).isEqualTo(once.log);
        assertThat(again.now).isEqualTo(once.now);
    }

    @Test
    void a_hunt_goes_on_for_as_long_as_it_was_told_and_keeps_what_it_got() {
        // given
        var steps = new Steps();
        int lucky = steps.create(Steps.key("lucky"));
        int unlucky = steps.create(Steps.key("unlucky"));
        var work = steps.work();
        var hunt = new Play(work, Pace.USUAL.hunting(Duration.ofDays(3)), _ -> true, 3);
        // when
        hunt.ending(command -> command.step() == lucky ? Ending.done(60) : Ending.fails(Failure.Kind.NO_ROOM))
                .toTheEnd();
        // then
        assertThat(hunt.doneAt).containsOnlyKeys(lucky);
        assertThat(hunt.failed).containsOnlyKeys(unlucky);
        assertThat(Duration.between(Play.START, hunt.now))
                .isBetween(Duration.ofDays(3).minusMinutes(7), Duration.ofDays(3));
        var tries = hunt.log.stream()
                .filter(Instruction.Attempt.class::isInstance)
                .filter(command -> command.step() == unlucky)
                .count();
        assertThat(tries).as("one in five minutes or so").isBetween(800L, 900L);
    }

    @Test
    void each_try_of_a_hunt_is_another_request() {
        // given
        var steps = new Steps();
        steps.create(Steps.key("host"));
        var left = new int[] {3};
        // when
        var play = new Play(steps.work(), Pace.USUAL.hunting(Duration.ofHours(1)), _ -> true, 0)
                .ending(_ -> left[0]-- > 0 ? Ending.fails(Failure.Kind.NO_ROOM) : Ending.done(60))
                .toTheEnd();
        // then
        assertThat(play.log.stream().filter(Instruction.Attempt.class::isInstance))
                .extracting(command -> ((Instruction.Attempt) command).request())
                .containsExactly(Request.SAME, Request.ANOTHER, Request.ANOTHER, Request.ANOTHER);
        assertThat(play.log.stream().filter(Instruction.Sleep.class::isInstance))
                .extracting(command -> ((Instruction.Sleep) command).attempts())
                .containsExactly(1, 2, 3);
    }

    /// Each step fails up to three times, in any way that is worth another try.
    private static Play faulty(Work work, long seed) {
        var random = new SplittableRandom(seed);
        var left = random.ints(work.size(), 0, 4).toArray();
        var kinds = List.of(Failure.Kind.NO_ROOM, Failure.Kind.BUSY, Failure.Kind.SILENT);
        return new Play(work, Pace.USUAL, _ -> true, seed)
                .ending(command -> left[command.step()]-- > 0
                        ? Ending.fails(kinds.get(random.nextInt(3)))
                        : Ending.done(random.nextInt(1, 100)));
    }

    @Test
    void a_full_system_is_asked_with_a_new_token_each_time_until_the_hunt_is_over() {
        // given
        var steps = new Steps();
        steps.create(Steps.address("one"));
        // when
        var play = Play.of(steps.work())
                .ending(_ -> Ending.fails(Failure.Kind.NO_ROOM))
                .toTheEnd();
        // then
        var attempts = attempts(play);
        assertThat(attempts).hasSize(13);
        assertThat(attempts.subList(1, 13)).allMatch(attempt -> attempt.request() == Request.ANOTHER);
        assertThat(play.makespan()).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(73));
        assertThat(play.failed.get(0).words()).contains("13 times");
    }

    @Test
    void a_busy_system_is_asked_again_with_the_same_token() {
        // given
        var steps = new Steps();
        steps.create(Steps.address("one"));
        var left = new int[] {2};
        // when
        var play = Play.of(steps.work())
                .ending(_ -> left[0]-- > 0 ? Ending.fails(Failure.Kind.BUSY) : Ending.done(1))
                .toTheEnd();
        // then
        assertThat(attempts(play))
                .extracting(Instruction.Attempt::request)
                .containsOnly(Request.SAME)
                .hasSize(3);
        assertThat(play.doneAt).containsOnlyKeys(0);
    }

    @Test
    void where_no_answer_came_a_look_comes_before_anything_else() {
        // given
        var steps = new Steps();
        steps.create(Steps.address("one"));
        var left = new int[] {1};
        // when
        var play = Play.of(steps.work())
                .ending(_ -> left[0]-- > 0 ? Ending.fails(Failure.Kind.SILENT) : Ending.done(1))
                .toTheEnd();
        // then
        assertThat(play.log).hasSize(3);
        assertThat(play.log.get(0)).isInstanceOf(Instruction.Attempt.class);
        assertThat(play.log.get(1)).isInstanceOf(Instruction.Sleep.class);
        assertThat(play.log.get(2)).isInstanceOf(Instruction.Look.class);
    }

    @Test
    void what_a_look_does_not_find_is_asked_for_with_the_same_token() {
        // given
        var steps = new Steps();
        steps.create(Steps.address("one"));
        var scheduler = new Scheduler(steps.work(), new Conduct(Pace.USUAL, _ -> true, 0));
        var commands = new ArrayList<Instruction>();
        // when
        scheduler.on(new Event.Opened(Set.of(Layer.OCI)), Play.START, commands);
        scheduler.on(new Event.Fell(0, new Failure(Failure.Kind.SILENT, "no answer"), null), Play.START, commands);
        scheduler.on(new Event.Woken(0), Play.START.plusSeconds(60), commands);
        scheduler.on(new Event.StillToDo(0), Play.START.plusSeconds(61), commands);
        // then
        assertThat(commands.getLast()).isEqualTo(new Instruction.Attempt(0, 2, Request.SAME));
    }

    @Test
    void a_system_that_fails_again_and_again_is_left_alone_for_a_while() {
        // given
        var steps = new Steps();
        for (int i = 0; i < 8; i++) {
            steps.create(Steps.address("address-" + i));
        }
        steps.create(Steps.address("late"), 0);
        var left = new int[] {8};
        // when
        var play = Play.of(steps.work())
                .ending(_ -> left[0]-- > 0 ? Ending.fails(Failure.Kind.BUSY) : Ending.done(1))
                .toTheEnd();
        // then
        assertThat(play.log)
                .anyMatch(command -> command instanceof Instruction.Sleep sleep
                        && sleep.why().contains("left alone"));
        assertThat(play.doneAt).hasSize(9);
    }

    @Test
    void work_of_a_layer_waits_until_the_layer_is_opened() {
        // given
        var steps = new Steps();
        int key = steps.create(Steps.key("key"));
        steps.create(Steps.address("address"), key);
        var play = Play.of(steps.work());
        // when
        play.opening(Layer.SETUP);
        // then
        assertThat(play.doneAt).containsOnlyKeys(0);
        assertThat(play.isFinished()).isFalse();
        // when
        play.opening(Layer.OCI);
        // then
        assertThat(play.doneAt).containsOnlyKeys(0, 1);
    }

    @Test
    void nothing_is_begun_once_it_was_told_to_stop() {
        // given
        var steps = new Steps();
        int key = steps.create(Steps.key("key"));
        steps.create(Steps.address("address"), key);
        var scheduler = new Scheduler(steps.work(), new Conduct(Pace.USUAL, _ -> true, 0));
        var commands = new ArrayList<Instruction>();
        scheduler.on(new Event.Opened(EnumSet.allOf(Layer.class)), Play.START, commands);
        commands.clear();
        // when
        scheduler.on(new Event.Stopped(), Play.START, commands);
        scheduler.on(new Event.Achieved(0), Play.START, commands);
        // then
        assertThat(commands).isEmpty();
        assertThat(scheduler.isQuiet()).isTrue();
        assertThat(scheduler.isFinished()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_stands_is_never_above_the_allowance_and_all_is_done_that_can_be(long seed) {
        // given: some addresses go and others come, never more than two in the end
        var random = new SplittableRandom(seed);
        var steps = new Steps();
        var standing = new LinkedHashMap<ResourceId, Standing>();
        int old = random.nextInt(3);
        for (int i = 0; i < old; i++) {
            var gone = Steps.address("old-" + i);
            standing.put(gone.id(), stands(gone));
            steps.delete(gone);
        }
        int fresh = random.nextInt(1, 3);
        for (int i = 0; i < fresh; i++) {
            steps.create(Steps.address("new-" + i));
        }
        // when
        var play = new Play(steps.work(standing), Pace.USUAL, SchedulerTest::twoAddresses, seed)
                .ending(anyLength(seed))
                .toTheEnd();
        // then
        assertThat(play.doneAt).hasSize(old + fresh);
    }

    @Test
    void what_nothing_can_make_room_for_is_refused() {
        // given
        var steps = new Steps();
        for (int i = 0; i < 3; i++) {
            steps.create(Steps.address("address-" + i));
        }
        // when
        var play = new Play(steps.work(), Pace.USUAL, SchedulerTest::twoAddresses, 0).toTheEnd();
        // then
        assertThat(play.doneAt).hasSize(2);
        assertThat(play.failed).hasSize(1);
        assertThat(play.failed.values().iterator().next().words()).contains("reserved-ips 3");
    }

    @Test
    void what_was_certainly_not_made_gives_its_place_in_the_ledger_to_another() {
        // given
        var steps = new Steps();
        steps.create(Steps.address("address-0"));
        steps.create(Steps.address("address-1"));
        steps.create(Steps.address("address-2"));
        // when
        var play = new Play(steps.work(), Pace.USUAL, SchedulerTest::twoAddresses, 0)
                .ending(command -> command.step() == 0 ? Ending.fails(Failure.Kind.REFUSED) : Ending.done(1))
                .toTheEnd();
        // then
        assertThat(play.failed).containsOnlyKeys(0);
        assertThat(play.doneAt).containsOnlyKeys(1, 2);
    }

    @Test
    void what_may_have_been_made_keeps_its_place_in_the_ledger() {
        // given
        var steps = new Steps();
        steps.create(Steps.address("address-0"));
        steps.create(Steps.address("address-1"));
        steps.create(Steps.address("address-2"));
        // when: the first is never heard of again
        var play = new Play(steps.work(), Pace.USUAL, SchedulerTest::twoAddresses, 0)
                .ending(command -> command.step() == 0 ? Ending.fails(Failure.Kind.SILENT) : Ending.done(1))
                .toTheEnd();
        // then
        assertThat(play.doneAt).containsOnlyKeys(1);
        assertThat(play.failed).containsOnlyKeys(0, 2);
    }

    @Test
    void what_another_has_is_waited_for_and_had_by_one_at_a_time() {
        // given: each is to have what the other has, and nothing says who goes first
        var steps = new Steps();
        steps.create(Steps.member("one", "100.64.0.2"));
        steps.create(Steps.member("two", "100.64.0.1"));
        steps.delete(Steps.member("old-one", "100.64.0.1"));
        steps.delete(Steps.member("old-two", "100.64.0.2"));
        var standing = new LinkedHashMap<ResourceId, Standing>();
        for (var old : List.of(Steps.member("old-one", "100.64.0.1"), Steps.member("old-two", "100.64.0.2"))) {
            standing.put(old.id(), stands(old));
        }
        // when
        var play = new Play(steps.work(standing), Pace.USUAL, _ -> true, 0).toTheEnd();
        // then
        assertThat(play.failed).isEmpty();
        var order = attempts(play).stream().map(Instruction.Attempt::step).toList();
        assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(order.subList(0, 2)).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void what_its_holder_keeps_is_refused_with_the_holders_name() {
        // given
        var holder = Steps.member("holder", "100.64.0.1");
        var steps = new Steps();
        steps.create(Steps.member("taker", "100.64.0.1"));
        steps.create(Steps.key("key"));
        // when
        var play = new Play(steps.work(Map.of(holder.id(), stands(holder))), Pace.USUAL, _ -> true, 0).toTheEnd();
        // then
        assertThat(play.doneAt).containsOnlyKeys(1);
        assertThat(play.failed.get(0).words())
                .contains("the tailnet address 100.64.0.1")
                .contains(holder.id().text());
    }

    @Test
    void what_may_have_been_given_away_is_given_to_nobody_else() {
        // given
        var steps = new Steps();
        steps.create(Steps.member("one", "100.64.0.1"));
        steps.create(Steps.member("two", "100.64.0.1"));
        // when: the first is never heard of again
        var play = new Play(steps.work(), Pace.USUAL, _ -> true, 0)
                .ending(command -> command.step() == 0 ? Ending.fails(Failure.Kind.SILENT) : Ending.done(1))
                .toTheEnd();
        // then
        assertThat(play.failed).containsOnlyKeys(0, 1);
    }

    private static Stands stands(Node node) {
        return new Stands(node, Outputs.NONE, Play.START, Play.START, new RunId("earlier"));
    }

    private static List<Instruction.Attempt> attempts(Play play) {
        return play.log.stream()
                .filter(Instruction.Attempt.class::isInstance)
                .map(Instruction.Attempt.class::cast)
                .toList();
    }
}
