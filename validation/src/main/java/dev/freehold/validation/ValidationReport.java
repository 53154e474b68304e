package dev.freehold.validation;

import java.util.List;

/// The validation matrix, filled in.
public record ValidationReport(List<CheckResult> checks) {
    public ValidationReport {
        checks = List.copyOf(checks);
    }

    /// Passes if no check failed and at least one passed.
    public Outcome result() {
        boolean passed = checks.stream().anyMatch(check -> check.result() == Outcome.PASS);
        return failed() == 0 && passed ? Outcome.PASS : Outcome.FAIL;
    }

    /// How many checks failed.
    public long failed() {
        return checks.stream().filter(check -> check.result() == Outcome.FAIL).count();
    }
}
