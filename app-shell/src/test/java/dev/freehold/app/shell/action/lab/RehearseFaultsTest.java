package dev.freehold.app.shell.action.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearseFaultsTest {
    @TempDir
    Path home;

    private Started rehearse(String faults) throws IOException {
        var file = Files.writeString(home.resolve("faults.yaml"), faults);
        return Started.in(home, "rehearse", "--runs", "4", "--faults", file.toString(), "-o", "json");
    }

    @Test
    void each_run_meets_the_faults_of_the_file() throws IOException {
        // when
        var rehearsed = rehearse("- {resource: oci/vcn/*, error: refused, times: 1}\n");
        // then
        assertThat(rehearsed.code()).isZero();
        assertThat(rehearsed.out())
                .contains("\"succeeded\" : 0")
                .contains("oci/vcn/homelab: refused")
                .containsPattern("\"count\" : 4");
    }

    @Test
    void a_broken_file_is_bad_usage() throws IOException {
        // when
        var refused = rehearse("- {resource: oci/vcn/*, eror: refused}\n");
        // then
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err() + refused.out()).contains("there is no key 'eror'");
    }

    @Test
    void one_that_is_not_there_is_bad_usage() {
        assertThat(Started.in(
                                home,
                                "rehearse",
                                "--runs",
                                "1",
                                "--faults",
                                home.resolve("none.yaml").toString())
                        .code())
                .isEqualTo(2);
    }
}
