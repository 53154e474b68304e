package dev.freehold.adapters.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.journal.LayerState;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.SampleEntries;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private final RecordCodec codec = new RecordCodec();

    @Test
    void a_state_comes_back_as_it_was() {
        // given
        var state = LayerState.empty(Layer.SETUP).after(SampleEntries.ofEverySort());
        // when, then
        assertThat(codec.state(codec.state(state, SampleEntries.AT))).isEqualTo(state);
    }

    @Test
    void entries_come_back_as_they_were() {
        for (var entries : List.of(SampleEntries.ofEverySort(), SampleEntries.ofSeed(7, 40))) {
            assertThat(codec.entries(codec.entries(entries))).isEqualTo(entries);
        }
        assertThat(codec.entries(codec.entries(List.of()))).isEmpty();
    }

    @Test
    void any_bit_of_a_state_that_changed_is_noticed() {
        // given
        var bytes = codec.state(LayerState.empty(Layer.SETUP).after(SampleEntries.ofSeed(3, 9)), SampleEntries.AT);
        for (int at = 0; at < bytes.length; at += 7) {
            var changed = bytes.clone();
            changed[at] ^= 4;
            // when, then
            assertThatThrownBy(() -> codec.state(changed)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_state_that_was_cut_off_is_noticed() {
        // given
        var bytes = codec.state(LayerState.empty(Layer.SETUP).after(SampleEntries.ofSeed(3, 9)), SampleEntries.AT);
        for (int length = 0; length < bytes.length; length += 11) {
            var cut = Arrays.copyOf(bytes, length);
            // when, then
            assertThatThrownBy(() -> codec.state(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void bytes_of_something_else_are_told_in_one_line_without_advice_about_files() {
        var journal = codec.entries(SampleEntries.ofSeed(1, 3));
        assertThatThrownBy(() -> codec.state(journal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("freehold-state")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> codec.entries("nothing of ours\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
