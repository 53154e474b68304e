package dev.freehold.ports.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.driver.Trouble;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every probe does. Before each case its subject is not there.
///
/// @param <F> the facts
public interface ProbeContract<F> {
    Probe<F> probe();

    /// Makes what it looks at.
    void make() throws Exception;

    /// Fails unless these are the facts of what [#make] makes.
    void check(F facts) throws Exception;

    /// All that stands in its target: equal as long as nothing changes there.
    Object world() throws Exception;

    /// Until it is over, the target gives no answer, or refuses to show anything.
    Trouble blindness() throws Exception;

    @Test
    default void where_nothing_was_deployed_there_are_no_facts() throws Exception {
        assertThat(probe().read()).isEmpty();
    }

    @Test
    default void what_was_made_is_told_as_it_is() throws Exception {
        // given
        make();
        // when
        var facts = probe().read();
        // then
        check(facts.orElseThrow(() -> new AssertionError("there are no facts of what was made")));
    }

    @Test
    default void it_changes_nothing_and_says_the_same_again() throws Exception {
        // given
        make();
        var before = world();
        var facts = probe().read();
        // when
        Optional<F> again = probe().read();
        // then
        assertThat(again).isEqualTo(facts).isPresent();
        assertThat(world()).isEqualTo(before);
    }

    @Test
    default void where_it_can_not_look_it_says_so() throws Exception {
        // given
        make();
        try (var _ = blindness()) {
            // when, then
            assertThatThrownBy(() -> probe().read()).isInstanceOf(SystemFault.class);
        }
    }
}
