package dev.freehold.app.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.validation.CheckName;
import dev.freehold.validation.CheckResult;
import dev.freehold.validation.Finding;
import dev.freehold.validation.Outcome;
import dev.freehold.validation.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTextTest {
    private static final Finding PASSED = new Finding("it", "so", "so", Outcome.PASS);
    private static final Finding FAILED = new Finding("it", "so", "not so", Outcome.FAIL);
    private static final Finding SKIPPED = new Finding("it", "so", "not wanted", Outcome.SKIPPED);

    @Test
    void only_where_every_check_passed_all_checks_passed() {
        assertThat(CheckText.last(report(PASSED, PASSED))).isEqualTo("All checks passed");
    }

    @Test
    void a_skipped_check_is_counted_as_skipped() {
        var report = report(PASSED, SKIPPED, PASSED);
        assertThat(report.result()).isEqualTo(Outcome.PASS);
        assertThat(CheckText.last(report)).isEqualTo("2 of 3 checks passed, 1 skipped");
    }

    @Test
    void a_failed_check_is_counted_whatever_else_there_is() {
        assertThat(CheckText.last(report(PASSED, SKIPPED, FAILED))).isEqualTo("1 of 3 checks failed");
    }

    @Test
    void where_no_check_passed_the_skipped_ones_failed() {
        var report = report(SKIPPED, SKIPPED);
        assertThat(report.result()).isEqualTo(Outcome.FAIL);
        assertThat(CheckText.last(report)).isEqualTo("2 of 2 checks failed");
    }

    @Test
    void what_fails_never_says_that_none_failed() {
        for (var report : List.of(report(), report(SKIPPED), report(SKIPPED, FAILED), report(FAILED, PASSED))) {
            assertThat(report.result()).isEqualTo(Outcome.FAIL);
            assertThat(CheckText.last(report)).doesNotStartWith("0 ").doesNotContain("passed");
        }
    }

    private static ValidationReport report(Finding... findings) {
        var checks = new ArrayList<CheckResult>();
        for (var finding : findings) {
            checks.add(new CheckResult(CheckName.OCI, List.of(finding)));
        }
        return new ValidationReport(checks);
    }
}
