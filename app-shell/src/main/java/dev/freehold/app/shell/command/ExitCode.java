package dev.freehold.app.shell.command;

/// How a command ended, for scripts to branch on. These numbers are promised.
public enum ExitCode {
    DONE(0, "done"),
    FAILED(1, "it ran and failed: a step, a check, or drift was found"),
    BAD_USAGE(2, "bad usage, a bad spec, or a spec that cannot fit its hosts"),
    REFUSED(3, "refused: above the allowance, or not free"),
    APPROVAL_NEEDED(4, "approval is needed and was not given"),
    CHANGES_PENDING(5, "changes are pending (`plan --detailed-exitcode` alone)"),
    INTERRUPTED(130, "interrupted; the state is safe");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }
}
