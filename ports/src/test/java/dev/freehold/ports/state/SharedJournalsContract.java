package dev.freehold.ports.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.resource.Layer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [SharedJournals] does.
public interface SharedJournalsContract {

    /// Empty when a test starts. Asked again within a test it is the same place, as another computer finds it.
    SharedJournals shared();

    @Test
    default void nothing_is_shared_at_first() {
        assertThat(shared().versions()).isEmpty();
        assertThat(shared().entries(Layer.OCI)).isEmpty();
    }

    @Test
    default void what_was_shared_another_computer_reads() {
        // given
        var entries = SampleEntries.ofEverySort();
        // when
        shared().share(Layer.SETUP, 0, entries);
        // then
        assertThat(shared().entries(Layer.SETUP)).isEqualTo(entries);
        assertThat(shared().versions()).isEqualTo(Map.of(Layer.SETUP, (long) entries.size()));
    }

    @Test
    default void more_can_follow_what_was_shared() {
        // given
        var entries = SampleEntries.ofSeed(3, 12);
        shared().share(Layer.SETUP, 0, entries.subList(0, 5));
        // when
        shared().share(Layer.SETUP, 5, entries);
        // then
        assertThat(shared().entries(Layer.SETUP)).isEqualTo(entries);
    }

    @Test
    default void the_same_can_be_shared_twice() {
        // given
        var entries = SampleEntries.ofSeed(3, 4);
        shared().share(Layer.SETUP, 0, entries);
        // when
        shared().share(Layer.SETUP, 4, entries);
        // then
        assertThat(shared().entries(Layer.SETUP)).isEqualTo(entries);
    }

    @Test
    default void who_was_overtaken_changes_nothing() {
        // given
        var first = SampleEntries.ofSeed(1, 6);
        var second = SampleEntries.ofSeed(2, 8);
        shared().share(Layer.SETUP, 0, first);
        // when
        for (long known : List.of(0L, 5L, 7L)) {
            assertThatThrownBy(() -> shared().share(Layer.SETUP, known, second))
                    .isInstanceOf(IllegalStateException.class);
        }
        // then
        assertThat(shared().entries(Layer.SETUP)).isEqualTo(first);
    }

    @Test
    default void layers_are_shared_apart() {
        // given
        var setup = SampleEntries.ofSeed(1, 3);
        var oci = SampleEntries.ofSeed(2, 5);
        // when
        shared().share(Layer.SETUP, 0, setup);
        shared().share(Layer.OCI, 0, oci);
        // then
        assertThat(shared().versions()).isEqualTo(Map.of(Layer.SETUP, 3L, Layer.OCI, 5L));
        assertThat(shared().entries(Layer.SETUP)).isEqualTo(setup);
        assertThat(shared().entries(Layer.OCI)).isEqualTo(oci);
    }
}
