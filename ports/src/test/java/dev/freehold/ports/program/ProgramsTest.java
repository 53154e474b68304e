package dev.freehold.ports.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREEHOLD_PASSPHRASE",
                "FREEHOLD_SECRET_TAILSCALE_OAUTH",
                "FREEHOLD_TARGET",
                "OCI_CLI_KEY_CONTENT",
                "SOPS_AGE_KEY",
                "GITHUB_TOKEN",
                "AWS_SECRET_ACCESS_KEY",
                "TAILSCALE_AUTHKEY"
            })
    void a_secret_in_the_environment_reaches_no_program(String variable) {
        for (var purpose : Purpose.values()) {
            assertThat(purpose.lets(variable)).as("%s", purpose).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_program_finds_others_its_home_and_the_language(Purpose purpose) {
        assertThat(List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")).allMatch(purpose::lets);
    }

    @ParameterizedTest
    @EnumSource
    void a_program_gets_what_its_purpose_names_and_nothing_else(Purpose purpose) {
        var environment = Programs.of(purpose, List.of("env")).environment();

        assertThat(environment).containsKey("PATH");
        assertThat(environment.keySet()).allMatch(purpose::lets);
    }

    @Test
    void a_program_with_variables_of_its_own_gets_no_others() {
        assertThat(Programs.of(Map.of("HOME", "/nowhere"), List.of("env")).environment())
                .isEqualTo(Map.of("HOME", "/nowhere"));
    }
}
