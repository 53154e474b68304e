package dev.freehold.app.shell.action.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.app.shell.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A platform stands, and the home that is asked knows nothing of it: its state is lost, or it is another's.
class AdoptedTest {
    @TempDir
    Path home;

    @BeforeEach
    void a_platform_that_no_state_knows_of() throws IOException {
        assertThat(Started.in(home, "deploy", "oci", "--yes").code()).isZero();
        try (var all = Files.walk(home.resolve("sim/state"))) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void the_plan_says_what_it_would_adopt() {
        var text = Started.in(home, "plan", "oci");
        assertThat(text.out())
                .contains("> oci/vcn/homelab: stands already under this platform's name", "would be adopted");
        assertThat(text.out().strip()).endsWith("to delete.");
        var json = Started.in(home, "plan", "oci", "-o", "json");
        assertThat(json.out()).containsPattern("\"action\" : \"adopt\"").containsPattern("\"adopt\" : [1-9]");
    }

    @Test
    void it_is_asked_for_as_any_change_is() {
        assertThat(Started.in(home, "deploy", "oci").code()).isEqualTo(4);
        var done = Started.in(home, "deploy", "oci", "--yes", "-o", "json");
        assertThat(done.code()).isZero();
        assertThat(done.out()).contains("\"action\" : \"adopt\"");
        assertThat(done.err()).contains("adopted oci/vcn/homelab").doesNotContain("created oci/vcn/homelab");
        assertThat(Started.in(home, "plan", "oci", "--detailed-exitcode").code())
                .isZero();
    }

    @Test
    void what_nobody_has_made_is_not_looked_for_at_length() throws IOException {
        var fresh = Files.createDirectory(home.resolve("fresh"));
        var json = Started.in(fresh, "deploy", "--yes", "-o", "json");
        assertThat(json.out()).contains("2026-01-01T00:00:00Z").doesNotContain("\"adopt\"");
    }
}
