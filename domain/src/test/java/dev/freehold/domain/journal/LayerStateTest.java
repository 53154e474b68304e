package dev.freehold.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.JournalEntry.LeftInDoubt;
import dev.freehold.domain.journal.JournalEntry.NotDone;
import dev.freehold.domain.journal.Standing.InDoubt;
import dev.freehold.domain.journal.Standing.Stands;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LayerStateTest {
    private static final RunId RUN = new RunId("run-1");
    private static final Token TOKEN = new Token("token");
    private static final Node KEY = new SshKeyPair("homelab", "one");
    private static final Node OTHER_KEY = new SshKeyPair("homelab", "another");
    private static final Failure FAILURE = new Failure(Failure.Kind.REFUSED, "no");

    private static Instant at(int second) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
    }

    private static JournalEntry intended(int second, Operation operation, Node node) {
        return new Intended(RUN, at(second), operation, node, TOKEN, 1);
    }

    private static JournalEntry achieved(int second, Operation operation, Node node) {
        return new Achieved(RUN, at(second), operation, node, Outputs.NONE, Achieved.How.MADE);
    }

    private static JournalEntry notDone(int second, Operation operation) {
        return new NotDone(RUN, at(second), operation, KEY.id(), FAILURE);
    }

    private static LayerState after(JournalEntry... entries) {
        return LayerState.empty(Layer.SETUP).after(List.of(entries));
    }

    private static final JournalEntry[] MADE = {intended(1, Operation.CREATE, KEY), achieved(2, Operation.CREATE, KEY)};

    @Test
    void what_was_made_stands_since_then() {
        assertThat(after(MADE).standing(KEY.id()))
                .isEqualTo(Optional.of(new Stands(KEY, Outputs.NONE, at(2), at(2), RUN)));
    }

    @Test
    void a_change_in_place_leaves_the_time_of_making() {
        var changed = after(MADE)
                .after(List.of(intended(3, Operation.UPDATE, OTHER_KEY), achieved(4, Operation.UPDATE, OTHER_KEY)));
        assertThat(changed.standing(KEY.id()))
                .isEqualTo(Optional.of(new Stands(OTHER_KEY, Outputs.NONE, at(2), at(4), RUN)));
    }

    @Test
    void making_it_anew_does_not() {
        var anew = after(MADE).after(List.of(intended(3, Operation.CREATE, KEY), achieved(4, Operation.CREATE, KEY)));
        assertThat(anew.standing(KEY.id()).orElseThrow().made()).isEqualTo(at(4));
    }

    @Test
    void what_was_intended_is_in_doubt_until_its_outcome_is_known() {
        var state = after(MADE).after(List.of(intended(3, Operation.UPDATE, OTHER_KEY)));
        assertThat(state.standing(KEY.id())).isEmpty();
        assertThat(state.nodes().get(KEY.id())).isInstanceOfSatisfying(InDoubt.class, doubt -> {
            assertThat(doubt.node()).isEqualTo(OTHER_KEY);
            assertThat(doubt.before()).isEqualTo(after(MADE).standing(KEY.id()).orElseThrow());
        });
        var said = state.after(List.of(new LeftInDoubt(RUN, at(4), Operation.UPDATE, KEY.id(), FAILURE)));
        assertThat(said.nodes()).isEqualTo(state.nodes());
    }

    @Test
    void what_was_certainly_not_done_leaves_what_stood() {
        assertThat(after(intended(1, Operation.CREATE, KEY), notDone(2, Operation.CREATE))
                        .isEmpty())
                .isTrue();
        var kept = after(MADE).after(List.of(intended(3, Operation.DELETE, KEY), notDone(4, Operation.DELETE)));
        assertThat(kept.nodes()).isEqualTo(after(MADE).nodes());
    }

    @Test
    void a_refused_delete_does_not_settle_a_creation_in_doubt() {
        var state = after(
                intended(1, Operation.CREATE, KEY), intended(2, Operation.DELETE, KEY), notDone(3, Operation.DELETE));
        assertThat(state.nodes().get(KEY.id())).isInstanceOf(InDoubt.class);
    }

    @Test
    void after_a_delete_nothing_stands() {
        assertThat(after(MADE)
                        .after(List.of(intended(3, Operation.DELETE, KEY), achieved(4, Operation.DELETE, KEY)))
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void an_outcome_without_its_intent_is_damage(Operation operation) {
        assertThatThrownBy(() -> after(achieved(1, operation, KEY))).isInstanceOf(DamagedJournal.class);
        assertThatThrownBy(() -> after(notDone(1, operation))).isInstanceOf(DamagedJournal.class);
        assertThatThrownBy(() -> after(MADE).after(List.of(achieved(3, operation, KEY))))
                .isInstanceOf(DamagedJournal.class);
    }

    @ParameterizedTest
    @EnumSource(value = Operation.class, mode = Mode.EXCLUDE, names = "CREATE")
    void an_outcome_of_another_operation_is_damage(Operation operation) {
        assertThatThrownBy(() -> after(intended(1, Operation.CREATE, KEY), achieved(2, operation, KEY)))
                .isInstanceOf(DamagedJournal.class)
                .hasMessageContaining("without an intent of it before");
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"UPDATE", "DELETE"})
    void changing_what_never_stood_is_damage(Operation operation) {
        assertThatThrownBy(() -> after(intended(1, operation, KEY)))
                .isInstanceOf(DamagedJournal.class)
                .hasMessageContaining("what never stood");
    }

    @Test
    void folding_in_pieces_comes_to_the_same() {
        var entries = List.of(
                MADE[0],
                MADE[1],
                intended(3, Operation.UPDATE, OTHER_KEY),
                notDone(4, Operation.UPDATE),
                intended(5, Operation.DELETE, KEY));
        var whole = LayerState.empty(Layer.SETUP).after(entries);
        for (int cut = 0; cut <= entries.size(); cut++) {
            assertThat(LayerState.empty(Layer.SETUP)
                            .after(entries.subList(0, cut))
                            .after(entries.subList(cut, entries.size())))
                    .isEqualTo(whole);
        }
    }
}
