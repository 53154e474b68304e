package dev.freehold.engine.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.ports.host.ChosenKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyChangeTest {
    private static final ChosenKey WANTED = Keys.inAgent(Keys.NEW);

    @Test
    void while_nothing_is_recorded_any_key_is_free() {
        assertThat(KeyChange.to(WANTED, Optional.empty(), Keys.nothing()))
                .isEqualTo(new KeyChange.Free(Optional.empty()));
    }

    @Test
    void a_key_that_no_machine_knows_is_replaced() {
        assertThat(KeyChange.to(WANTED, Optional.empty(), Keys.oldOne()))
                .isEqualTo(new KeyChange.Free(Optional.of(Keys.OLD)));
    }

    @Test
    void a_key_that_machines_know_is_not_replaced() {
        var change = KeyChange.to(WANTED, Optional.empty(), Keys.oldOne("ampere-1", "bastion"));

        assertThat(change).isEqualTo(new KeyChange.LocksOut(Keys.OLD, List.of("ampere-1", "bastion")));
    }

    @Test
    void the_key_that_machines_know_may_be_chosen_from_another_place() {
        var elsewhere = Keys.inAgent(Keys.key("ssh-ed25519", 1, "the same, in the agent"));

        assertThat(KeyChange.to(elsewhere, Optional.empty(), Keys.oldOne("ampere-1")))
                .isEqualTo(new KeyChange.Free(Optional.empty()));
    }

    @Test
    void what_is_settled_changes_nothing() {
        assertThat(KeyChange.to(WANTED, Optional.of(WANTED), Keys.oldOne("ampere-1")))
                .isEqualTo(new KeyChange.None());
        assertThat(KeyChange.toMade(Keys.NEW, Optional.empty(), Keys.oldOne("ampere-1")))
                .isEqualTo(new KeyChange.None());
    }

    @Test
    void back_to_the_key_that_was_made_is_a_change_like_any_other() {
        var own = Optional.of(Keys.inAgent(Keys.OLD));

        assertThat(KeyChange.toMade(Keys.NEW, own, Keys.oldOne())).isEqualTo(new KeyChange.Free(Optional.of(Keys.OLD)));
        assertThat(KeyChange.toMade(Keys.NEW, own, Keys.oldOne("ampere-1")))
                .isEqualTo(new KeyChange.LocksOut(Keys.OLD, List.of("ampere-1")));
    }
}
