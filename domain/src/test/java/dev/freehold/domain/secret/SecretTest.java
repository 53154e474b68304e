package dev.freehold.domain.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private static final Secret HUNTER = Secret.of("hunter2");

    @Test
    void a_secret_shows_nothing_of_itself() {
        assertThat(HUNTER.toString()).doesNotContain("hunter").doesNotContain("7");
        assertThat(Map.of("token", HUNTER).toString()).doesNotContain("hunter");
        assertThat(HUNTER).hasToString(Secret.of("another").toString());
    }

    @Test
    void whoever_needs_it_gets_the_value() {
        assertThat(HUNTER.reveal()).isEqualTo("hunter2");
        assertThat(HUNTER).isEqualTo(Secret.of("hunter2")).isNotEqualTo(Secret.of("hunter3"));
    }

    @Test
    void nothing_is_no_secret() {
        assertThatThrownBy(() -> Secret.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "tailnet-oauth-client", "grafana.cloud", "0", "machine-configuration-talos-1"})
    void a_name_is_made_of_small_letters_digits_dots_and_dashes(String name) {
        assertThat(new SecretName(name).reference()).isEqualTo("vault:" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "-a", "a-", ".hidden", "Upper", "a b", "ä", "a\n", "../up"})
    void what_could_not_be_a_file_is_no_name(String name) {
        assertThatThrownBy(() -> new SecretName(name)).hasMessageContaining("no name for a secret");
    }

    @Test
    void a_name_has_an_end() {
        assertThat(SecretName.isWellFormed("a".repeat(100))).isTrue();
        assertThat(SecretName.isWellFormed("a".repeat(101))).isFalse();
    }
}
