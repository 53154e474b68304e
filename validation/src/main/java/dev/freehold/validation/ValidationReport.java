package dev.freehold.validation;

import java.util.List;

/// The validation matrix, filled in.
public record ValidationReport(List<CheckResult> checks) {
    public ValidationReport {
        checks = List.copyOf(checks);
    }

    /// Passes if no check failed and at least one passed.
    public Outcome result() {
        return failed() == 0 && passed() > 0 ? Outcome.PASS : Outcome.FAIL;
    }

    /// How many checks failed.
    public long failed() {
        return count(Outcome.FAIL);
    }

    /// How many checks passed; those that were skipped did not.
    public long passed() {
        return count(Outcome.PASS);
    }

    private long count(Outcome result) {
        return checks.stream().filter(check -> check.result() == result).count();
    }
}
