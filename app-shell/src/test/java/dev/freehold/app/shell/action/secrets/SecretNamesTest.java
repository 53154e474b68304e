package dev.freehold.app.shell.action.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names and values that `secrets set` takes and does not take, and what it shows of them.
class SecretNamesTest {
    @TempDir
    private Path folder;

    private Started secrets(String... words) {
        var all = new ArrayList<>(List.of("secrets"));
        all.addAll(List.of(words));
        var started = Started.in(folder.resolve("home"), all.toArray(String[]::new));
        // Where a sentence breaks is nobody's concern here.
        return new Started(started.code(), started.out(), started.err().strip().replaceAll("\\s+", " "));
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("value"), content).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set token=hunter2",
                "set TOKEN=hunter2",
                "set token hunter2",
                "set token hunter2 --from value",
                "set =hunter2",
                "set Hunter2!",
                "rotate token=hunter2",
                "rotate token hunter2",
                "list hunter2",
                "protect hunter2",
            })
    void a_value_on_the_command_line_is_refused_and_not_shown_again(String line) {
        // when
        var started = secrets(line.split(" "));
        // then
        assertThat(started.code()).as(started.out()).isEqualTo(2);
        assertThat(started.err()).doesNotContainIgnoringCase("hunter2");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void who_gave_a_value_on_the_command_line_is_told_what_that_means() {
        assertThat(secrets("set", "token=hunter2").err())
                .contains("every program on this computer", "freehold secrets set token")
                .doesNotContain("hunter2");
        assertThat(secrets("set", "token", "hunter2").err())
                .contains("every program on this computer", "replace it where it was issued")
                .doesNotContain("hunter2");
    }

    @Test
    void a_name_that_is_nearly_one_of_freeholds_is_a_slip() throws Exception {
        // when
        var slip = secrets("set", "grafana-cloud.tokn", "--from", file("glc_x"));
        // then
        assertThat(slip.code()).isEqualTo(2);
        assertThat(slip.err()).contains("did you mean grafana-cloud.token?", "--force", "Nothing was written");
        assertThat(folder.resolve("home")).doesNotExist();
        assertThat(secrets("set", "grafana-cloud.tokn", "--from", file("x"), "--force")
                        .code())
                .isZero();
        // once it is there, it is one's own
        assertThat(secrets("set", "grafana-cloud.tokn", "--from", file("y")).code())
                .isZero();
    }

    @Test
    void a_name_of_ones_own_is_kept_and_said_to_be_one() throws Exception {
        var own = secrets("set", "my-app.password", "--from", file("x"));
        assertThat(own.code()).as(own.err()).isZero();
        assertThat(own.err()).contains("note: ", "my-app.password", "tailnet-oauth-client");
        assertThat(secrets("set", "tailnet-oauth-client", "--from", file("tskey-client-x"))
                        .err())
                .isEmpty();
    }

    @Test
    void a_value_is_checked_as_setup_checks_it() throws Exception {
        for (var wrong : List.of("ghp_x", "two\nlines", " glc_x")) {
            var refused = secrets("set", "grafana-cloud.token", "--from", file(wrong));
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .contains("Not a secret of that kind", "--force")
                    .doesNotContain("ghp_x");
        }
        assertThat(folder.resolve("home")).doesNotExist();
        assertThat(secrets("set", "grafana-cloud.token", "--from", file("glc_x"))
                        .code())
                .isZero();
        assertThat(secrets("rotate", "grafana-cloud.token", "--from", file("ghp_x"))
                        .code())
                .isEqualTo(2);
        assertThat(secrets("rotate", "grafana-cloud.token", "--generate").code())
                .isEqualTo(2);
        assertThat(secrets("rotate", "grafana-cloud.token", "--generate", "--force")
                        .code())
                .isZero();
    }
}
