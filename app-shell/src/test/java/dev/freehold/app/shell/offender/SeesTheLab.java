package dev.freehold.app.shell.offender;

import dev.freehold.lab.LabEndpoints;

/// Breaks the rule that actions see no adapter and no lab, on purpose.
public interface SeesTheLab {
    void call(LabEndpoints lab);
}
