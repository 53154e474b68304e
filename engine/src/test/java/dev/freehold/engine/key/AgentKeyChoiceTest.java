package dev.freehold.engine.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.engine.key.AgentKeyChoice.Ambiguous;
import dev.freehold.engine.key.AgentKeyChoice.Chosen;
import dev.freehold.engine.key.AgentKeyChoice.NoneHeld;
import dev.freehold.engine.key.AgentKeyChoice.NoneUsable;
import dev.freehold.engine.key.AgentKeyChoice.NotHeld;
import dev.freehold.engine.key.AgentKeyChoice.Several;
import dev.freehold.engine.key.AgentKeyChoice.Unfit;
import dev.freehold.ports.host.ChosenKey;
import dev.freehold.ports.host.ChosenKey.Signer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentKeyChoiceTest {

    @Test
    void the_only_one_that_can_log_in_needs_no_name() {
        assertThat(AgentKeyChoice.unnamed(List.of(Keys.UNFIT, Keys.OLD), Optional.empty()))
                .isEqualTo(new Chosen(Keys.inAgent(Keys.OLD)));
    }

    @Test
    void of_several_a_person_says_which() {
        assertThat(AgentKeyChoice.unnamed(List.of(Keys.OLD, Keys.UNFIT, Keys.NEW), Optional.empty()))
                .isEqualTo(new Several(List.of(Keys.OLD, Keys.NEW)));
    }

    @Test
    void without_a_name_it_stays_the_one_that_it_is_while_the_agent_holds_it() {
        var held = List.of(Keys.OLD, Keys.NEW);
        var behindAPassphrase = new ChosenKey(Keys.NEW, Path.of("id_ed25519"), Signer.AGENT);

        assertThat(AgentKeyChoice.unnamed(held, Optional.of(behindAPassphrase)))
                .isEqualTo(new Chosen(behindAPassphrase));
        assertThat(AgentKeyChoice.unnamed(List.of(Keys.OLD), Optional.of(behindAPassphrase)))
                .isEqualTo(new Chosen(Keys.inAgent(Keys.OLD)));
        assertThat(AgentKeyChoice.unnamed(held, Optional.of(new ChosenKey(Keys.NEW, Path.of("plain"), Signer.FILE))))
                .isEqualTo(new Several(held));
    }

    @Test
    void where_none_can_log_in_it_is_said_whether_there_are_any() {
        assertThat(AgentKeyChoice.unnamed(List.of(), Optional.empty())).isEqualTo(new NoneHeld());
        assertThat(AgentKeyChoice.unnamed(List.of(Keys.UNFIT), Optional.empty()))
                .isEqualTo(new NoneUsable(List.of(Keys.UNFIT)));
    }

    @Test
    void a_key_is_named_by_its_comment_or_its_fingerprint() {
        var held = List.of(Keys.OLD, Keys.NEW);

        assertThat(AgentKeyChoice.named("new", held)).isEqualTo(new Chosen(Keys.inAgent(Keys.NEW)));
        assertThat(AgentKeyChoice.named(Keys.OLD.fingerprint(), held)).isEqualTo(new Chosen(Keys.inAgent(Keys.OLD)));
    }

    @Test
    void a_name_of_none_or_of_several_or_of_an_unfit_one_is_refused() {
        var twin = Keys.key("ssh-ed25519", 9, "old");

        assertThat(AgentKeyChoice.named("old", List.of())).isEqualTo(new NoneHeld());
        assertThat(AgentKeyChoice.named("other", List.of(Keys.OLD))).isEqualTo(new NotHeld(List.of(Keys.OLD)));
        assertThat(AgentKeyChoice.named("old", List.of(Keys.OLD, Keys.NEW, twin)))
                .isEqualTo(new Ambiguous(List.of(Keys.OLD, twin)));
        assertThat(AgentKeyChoice.named("unfit", List.of(Keys.UNFIT))).isInstanceOf(Unfit.class);
    }
}
