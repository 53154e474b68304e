package dev.freehold.ports.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.domain.resource.Gate;
import dev.freehold.ports.driver.GateKeeper.Answer;
import org.junit.jupiter.api.Test;

/// What every gate keeper does. The context's deadline is near enough to wait for, and far enough for a fact
/// that holds to be seen.
public interface GateKeeperContract {
    GateKeeper keeper();

    /// A gate whose fact holds.
    Gate open();

    /// A gate whose fact does not hold and will not.
    Gate shut();

    Context context();

    @Test
    default void a_fact_that_holds_lets_pass_as_often_as_it_is_asked() throws InterruptedException {
        assertThat(keeper().await(open(), context())).isInstanceOf(Answer.Passed.class);
        assertThat(keeper().await(open(), context())).isInstanceOf(Answer.Passed.class);
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
        assertThat(context.timeline().now()).isAfterOrEqualTo(context.deadline());
    }
}
