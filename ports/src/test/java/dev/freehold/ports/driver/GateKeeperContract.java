package dev.freehold.ports.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.resource.Gate;
import dev.freehold.ports.driver.GateKeeper.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every gate keeper does. The context's deadline is near enough to wait for, and far enough for a fact
/// that holds to be seen.
public interface GateKeeperContract {
    GateKeeper keeper();

    /// A gate whose fact holds.
    Gate open();

    /// A gate whose fact does not hold, and will not unless it is [brought about][#bringAbout].
    Gate shut();

    /// Makes the fact of [#shut] hold.
    void bringAbout() throws Exception;

    Context context();

    /// By how much the answer may come after the deadline: one look.
    default Duration oneLook() {
        return Duration.ZERO;
    }

    @Test
    default void a_fact_that_holds_lets_pass_as_often_as_it_is_asked() throws InterruptedException {
        assertThat(keeper().await(open(), context())).isEqualTo(Answer.Passed.of(open()));
        assertThat(keeper().await(open(), context())).isEqualTo(Answer.Passed.of(open()));
    }

    @Test
    default void at_the_deadline_it_says_what_was_seen_instead() throws InterruptedException {
        // given
        var context = context();
        // when
        var answer = keeper().await(shut(), context);
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NotInTime.class, late -> assertThat(late.seen()).isNotBlank());
        assertThat(context.timeline().now())
                .isBetween(context.deadline(), context.deadline().plus(oneLook()));
    }

    @Test
    default void where_no_time_is_left_it_says_what_it_sees_and_does_not_wait() throws InterruptedException {
        // given
        var now = context().timeline().now();
        // when
        var answer = keeper().await(shut(), context().until(now));
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NotInTime.class, late -> assertThat(late.seen()).isNotBlank());
        assertThat(context().timeline().now()).isBetween(now, now.plus(oneLook()));
    }

    @Test
    default void while_it_waits_it_says_what_it_sees() throws InterruptedException {
        // given
        List<String> told = new ArrayList<>();
        var context = context();
        var listening = new Context(context.known(), context.timeline(), told::add, context.deadline());
        // when
        var answer = (Answer.NotInTime) keeper().await(shut(), listening);
        // then
        assertThat(told).isNotEmpty().contains(answer.seen());
    }

    @Test
    default void awaited_again_it_passes_once_the_fact_holds() throws Exception {
        // given
        assertThat(keeper().await(shut(), context())).isInstanceOf(Answer.NotInTime.class);
        bringAbout();
        // when
        var answer = keeper().await(shut(), context());
        // then
        assertThat(answer).isEqualTo(Answer.Passed.of(shut()));
    }
}
