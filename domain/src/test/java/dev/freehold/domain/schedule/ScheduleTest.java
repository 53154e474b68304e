package dev.freehold.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.schedule.Schedule.Item;
import dev.freehold.domain.spec.DefaultSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static Activity activity(int number, long seconds, Integer... after) {
        return new Activity(
                ResourceId.of(Phase.VALIDATION, "check", "a" + number), Duration.ofSeconds(seconds), List.of(after));
    }

    private static List<Activity> any(long seed) {
        var random = new Random(seed);
        var activities = new ArrayList<Activity>();
        int size = random.nextInt(12);
        for (int number = 0; number < size; number++) {
            var after = new ArrayList<Integer>();
            for (int before = 0; before < number; before++) {
                if (random.nextInt(4) == 0) {
                    after.add(before);
                }
            }
            activities.add(activity(number, random.nextInt(5), after.toArray(Integer[]::new)));
        }
        return activities;
    }

    @Test
    void two_ways_of_different_length_meet() {
        // given: a (2) -> b (3) -> d (1), a -> c (1) -> d
        var schedule = Schedule.of(List.of(activity(0, 2), activity(1, 3, 0), activity(2, 1, 0), activity(3, 1, 1, 2)));
        // then
        assertThat(schedule.makespan()).isEqualTo(Duration.ofSeconds(6));
        assertThat(schedule.sequential()).isEqualTo(Duration.ofSeconds(7));
        assertThat(schedule.items())
                .extracting(item -> item.slack().toSeconds())
                .containsExactly(0L, 0L, 2L, 0L);
        assertThat(schedule.criticalPath()).extracting(ResourceId::name).containsExactly("a0", "a1", "a3");
        assertThat(schedule.criticalLength()).isEqualTo(schedule.makespan());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_makespan_is_that_of_the_longest_chain(long seed) {
        var activities = any(seed);
        var schedule = Schedule.of(activities);
        assertThat(schedule.makespan().toSeconds()).isEqualTo(longest(activities, -1, 0));
        var onPath = activities.stream()
                .filter(activity -> schedule.criticalPath().contains(activity.id()))
                .mapToLong(activity -> activity.duration().toSeconds())
                .sum();
        assertThat(onPath).isEqualTo(schedule.makespan().toSeconds());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void slack_is_what_an_activity_can_be_late_by_and_no_more(long seed) {
        var activities = any(seed);
        var schedule = Schedule.of(activities);
        for (int number = 0; number < activities.size(); number++) {
            Item item = schedule.items().get(number);
            assertThat(Schedule.of(longer(activities, number, item.slack())).makespan())
                    .isEqualTo(schedule.makespan());
            var late = item.slack().plusSeconds(1);
            assertThat(Schedule.of(longer(activities, number, late)).makespan()).isGreaterThan(schedule.makespan());
        }
    }

    private static List<Activity> longer(List<Activity> activities, int number, Duration by) {
        var changed = new ArrayList<>(activities);
        var one = activities.get(number);
        changed.set(number, new Activity(one.id(), one.duration().plus(by), one.after()));
        return changed;
    }

    /// Every chain, one by one.
    private static long longest(List<Activity> activities, int last, long soFar) {
        long most = soFar;
        for (int next = last + 1; next < activities.size(); next++) {
            if (last < 0 || activities.get(next).after().contains(last)) {
                long length = soFar + activities.get(next).duration().toSeconds();
                most = Math.max(most, longest(activities, next, length));
            }
        }
        return most;
    }

    @Test
    void waiting_for_something_later_is_refused() {
        assertThatThrownBy(() -> Schedule.of(List.of(activity(0, 1, 1), activity(1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_default_platform_takes_three_hours_in_sequence_and_an_hour_and_three_quarters_with_prebuilt_images() {
        assertThat(withChecks(false).sequential()).isEqualTo(Duration.ofHours(3));
        assertThat(withChecks(true).sequential()).isEqualTo(Duration.ofMinutes(105));
    }

    @Test
    void side_by_side_it_takes_less_than_an_hour_with_prebuilt_images() {
        assertThat(withChecks(true).makespan()).isEqualTo(Duration.ofSeconds(2480));
        assertThat(withChecks(false).makespan()).isEqualTo(Duration.ofSeconds(5305));
    }

    private static Schedule withChecks(boolean prebuilt) {
        var checks = new ArrayList<ResourceId>();
        for (var name : List.of("images", "oci", "proxmox", "talos", "cost")) {
            checks.add(ResourceId.of(Phase.VALIDATION, "check", name));
        }
        return Schedule.of(
                Blueprint.draw(DefaultSpec.threeNode(), ImageSupply.prebuiltIf(prebuilt)),
                TimingProfile.REFERENCE,
                checks,
                TimingProfile.CHECK);
    }
}
