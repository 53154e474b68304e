package dev.freehold.app.shell.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.adapters.local.Durability;
import dev.freehold.app.shell.command.Globals.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The tests of this module write without waiting for the disk; whoever runs the program does not.
class LastingTest {
    private final String before = System.getProperty(Lasting.PROPERTY, "");

    @BeforeEach
    void as_the_program_runs() {
        System.clearProperty(Lasting.PROPERTY);
    }

    @AfterEach
    void as_tests_run() {
        if (!before.isEmpty()) {
            System.setProperty(Lasting.PROPERTY, before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_happened_outlives_a_power_cut_unless_it_is_simulated(Target target) {
        assertThat(Lasting.state(target))
                .isEqualTo(target == Target.SIM ? Durability.PROCESS_DEATH : Durability.POWER_CUT);
    }

    @Test
    void what_is_kept_outlives_a_power_cut() {
        assertThat(Lasting.home()).isEqualTo(Durability.POWER_CUT);
        System.setProperty(Lasting.PROPERTY, "process-death");
        assertThat(Lasting.home()).isEqualTo(Durability.PROCESS_DEATH);
    }

    @Test
    void nothing_that_starts_the_program_says_otherwise() throws IOException {
        var launcher = Path.of("").toAbsolutePath().getParent().resolve("freehold");

        assertThat(Files.readString(launcher)).contains("java").doesNotContain(Lasting.PROPERTY);
    }
}
