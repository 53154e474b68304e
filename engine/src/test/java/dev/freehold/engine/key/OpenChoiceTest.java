package dev.freehold.engine.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenChoiceTest {

    @Test
    void a_choice_stands_while_no_machine_does() {
        assertThat(OpenChoice.of(Keys.NEW, Keys.nothing())).isEqualTo(new OpenChoice.Stands());
        assertThat(OpenChoice.of(Keys.NEW, Keys.oldOne())).isEqualTo(new OpenChoice.Stands());
    }

    @Test
    void a_choice_is_overtaken_by_machines_that_know_another_key() {
        assertThat(OpenChoice.of(Keys.NEW, Keys.oldOne("ampere-1")))
                .isEqualTo(new OpenChoice.Overtaken(Keys.NEW, Keys.OLD));
    }

    @Test
    void a_choice_stands_where_machines_know_that_very_key() {
        assertThat(OpenChoice.of(Keys.OLD, Keys.oldOne("ampere-1"))).isEqualTo(new OpenChoice.Stands());
    }
}
