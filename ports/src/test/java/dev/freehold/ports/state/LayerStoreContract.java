package dev.freehold.ports.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.LayerStore.Holder;
import dev.freehold.ports.state.LayerStore.LockAnswer.HeldBy;
import dev.freehold.ports.state.LayerStore.LockAnswer.Locked;
import dev.freehold.ports.state.LayerStore.Published;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [LayerStore] does.
public interface LayerStoreContract {
    Holder US = new Holder(ProcessHandle.current().pid(), "deploy all", SampleEntries.AT);
    Holder THEM = new Holder(ProcessHandle.current().pid(), "destroy all", SampleEntries.AT.plusSeconds(60));

    /// The store of one target, empty when a test starts. Asked again within a test it is the same store, as a
    /// later command would find it.
    LayerStore store();

    /// A state of `version` entries, with resources in it.
    private static LayerState state(int version) {
        return LayerState.empty(Layer.SETUP).after(SampleEntries.ofSeed(version, version));
    }

    @Test
    default void a_layer_that_was_never_published_is_empty() {
        assertThat(store().read(Layer.TALOS)).isEqualTo(LayerState.empty(Layer.TALOS));
        assertThat(store().history(Layer.TALOS)).isEmpty();
    }

    @Test
    default void a_published_state_is_read_as_it_was_by_the_next_command() {
        // given: standing, in doubt for the first time, in doubt with something before it, and a rollback point
        var state = LayerState.empty(Layer.SETUP).after(SampleEntries.ofEverySort());
        state = state.after(List.of(
                new Intended(
                        SampleEntries.RUN,
                        SampleEntries.AT,
                        Operation.CREATE,
                        SampleEntries.BUDGET,
                        SampleEntries.TOKEN,
                        1),
                new Intended(
                        SampleEntries.RUN,
                        SampleEntries.AT,
                        Operation.UPDATE,
                        SampleEntries.CILIUM,
                        SampleEntries.TOKEN,
                        1)));
        // when
        store().publish(state);
        // then
        assertThat(store().read(Layer.SETUP)).isEqualTo(state);
        assertThat(List.copyOf(store().read(Layer.SETUP).nodes().keySet()))
                .isEqualTo(List.copyOf(state.nodes().keySet()));
    }

    @Test
    default void the_newest_state_is_the_one_that_is_read() {
        // when: 9 and 10, which letters sort the other way round
        store().publish(state(9));
        store().publish(state(10));
        // then
        assertThat(store().read(Layer.SETUP)).isEqualTo(state(10));
    }

    @Test
    default void a_state_that_another_writer_was_quicker_than_is_refused() {
        // given
        store().publish(state(5));
        for (int late : List.of(4, 5)) {
            // when
            assertThatThrownBy(() -> store().publish(state(late))).isInstanceOf(IllegalStateException.class);
            // then
            assertThat(store().read(Layer.SETUP)).isEqualTo(state(5));
        }
    }

    @Test
    default void layers_do_not_mix() {
        // when
        store().publish(state(5));
        // then
        assertThat(store().read(Layer.OCI)).isEqualTo(LayerState.empty(Layer.OCI));
    }

    @Test
    default void history_tells_the_versions_oldest_first_with_what_stood_in_them() {
        // given: one resource stands for each two entries after the first
        store().publish(state(3));
        store().publish(state(10));
        store().publish(state(11));
        // then
        assertThat(store().history(Layer.SETUP)).extracting(Published::version).containsExactly(3L, 10L, 11L);
        assertThat(store().history(Layer.SETUP))
                .extracting(Published::resources)
                .containsExactly(1, 4, 5);
    }

    @Test
    default void the_second_writer_is_told_who_holds_the_lock() throws Exception {
        // given
        var ours = store().lock(US);
        assertThat(ours).isInstanceOf(Locked.class);
        // when
        var theirs = store().lock(THEM);
        // then
        assertThat(theirs).isEqualTo(new HeldBy(US));
        ((Locked) ours).lease().close();
    }

    @Test
    default void a_lock_that_was_given_back_can_be_taken() throws Exception {
        // given
        var first = (Locked) store().lock(US);
        first.lease().close();
        // when
        var second = store().lock(THEM);
        // then
        assertThat(second).isInstanceOf(Locked.class);
        // and giving the first back once more takes nothing from the second
        first.lease().close();
        assertThat(store().lock(US)).isEqualTo(new HeldBy(THEM));
        ((Locked) second).lease().close();
    }

    @Test
    default void who_reads_needs_no_lock() throws Exception {
        // given
        store().publish(state(3));
        var lease = ((Locked) store().lock(US)).lease();
        // then
        assertThat(store().read(Layer.SETUP)).isEqualTo(state(3));
        lease.close();
    }
}
