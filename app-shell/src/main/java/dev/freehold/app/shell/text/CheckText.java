package dev.freehold.app.shell.text;

import dev.freehold.app.shell.screen.Table;
import dev.freehold.engine.rehearse.RehearseDeployments.Rehearsal;
import dev.freehold.validation.CheckResult;
import dev.freehold.validation.Outcome;
import dev.freehold.validation.ValidationReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// What `validate` and `rehearse` show.
public final class CheckText {
    private CheckText() {}

    public static void validate(Page page, ValidationReport report) {
        for (var check : report.checks()) {
            int findings = check.findings().size();
            var words = check.check().word() + " (" + findings + (findings == 1 ? " finding) " : " findings) ");
            page.line(words + ".".repeat(Math.max(3, 40 - words.length())) + ' ' + verdict(page, check.result()));
            // Who asks for one check wants to know what it found, and not only what is wrong.
            if (report.checks().size() == 1) {
                fine(page, check);
            }
            troubles(page, check);
        }
        page.line(last(report));
    }

    /// The last line, which scripts look for.
    public static String last(ValidationReport report) {
        int all = report.checks().size();
        if (report.passed() == all && all > 0) {
            return "All checks passed";
        }
        if (report.result() == Outcome.PASS) {
            return report.passed() + " of " + all + " checks passed, " + (all - report.passed()) + " skipped";
        }
        // Where every check was skipped nothing is shown to be well, and that is what failed.
        long failed = report.failed() == 0 ? all : report.failed();
        return all == 0 ? "No check was made" : failed + " of " + all + " checks failed";
    }

    private static String verdict(Page page, Outcome outcome) {
        return switch (outcome) {
            case PASS, WARNING -> page.ink().green("PASS"); // no check ends in a warning
            case FAIL -> page.ink().red("FAIL");
            case SKIPPED -> page.ink().yellow("SKIP");
        };
    }

    private static void fine(Page page, CheckResult check) {
        for (var finding : check.findings()) {
            if (finding.result() == Outcome.PASS || finding.result() == Outcome.SKIPPED) {
                page.point(finding.result() == Outcome.PASS ? "+" : "o", finding.what() + ": " + finding.actual());
            }
        }
    }

    private static void troubles(Page page, CheckResult check) {
        for (var finding : check.findings()) {
            if (finding.result() == Outcome.FAIL) {
                page.point("-", finding.what() + ": expected " + finding.expected() + ", found " + finding.actual());
            }
            if (finding.result() == Outcome.WARNING) {
                page.point("!", finding.what() + ": expected " + finding.expected() + ", found " + finding.actual());
            }
        }
        if (check.findings().isEmpty()) {
            page.point("-", "nothing is there to check");
        }
    }

    public static void rehearse(Page page, Rehearsal rehearsal) {
        page.line(rehearsal.succeeded() + " of " + rehearsal.runs() + " deployments succeeded; "
                + rehearsal.violations() + " were ever above the allowance.");
        var makespan = rehearsal.makespan();
        page.line("Half took at most " + words(makespan.p50()) + ", nine in ten " + words(makespan.p90())
                + ", ninety-nine in a hundred " + words(makespan.p99()) + ".");
        if (!rehearsal.failures().isEmpty()) {
            page.blank();
            var table = new Table(">RUNS", "FAILED BECAUSE");
            rehearsal.failures().forEach(failure -> table.row(String.valueOf(failure.count()), failure.cause()));
            page.table(table);
        }
        page.blank();
        page.line("Rehearsed in " + BigDecimal.valueOf(rehearsal.wallSeconds()).setScale(1, RoundingMode.HALF_UP)
                + " s.");
    }

    private static String words(double seconds) {
        return DurationText.words(Duration.ofSeconds((long) seconds));
    }
}
