package dev.freehold.validation;

import java.util.List;

/// What one check found.
public record CheckResult(CheckName check, List<Finding> findings) {
    public CheckResult {
        findings = List.copyOf(findings);
    }

    /// Fails if a finding failed or there is none; is skipped if all were.
    public Outcome result() {
        if (findings.isEmpty() || has(Outcome.FAIL)) {
            return Outcome.FAIL;
        }
        return has(Outcome.PASS) || has(Outcome.WARNING) ? Outcome.PASS : Outcome.SKIPPED;
    }

    private boolean has(Outcome outcome) {
        return findings.stream().anyMatch(finding -> finding.result() == outcome);
    }
}
