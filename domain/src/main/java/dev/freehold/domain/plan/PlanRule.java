package dev.freehold.domain.plan;

import dev.freehold.domain.allowance.Rule;
import java.util.Locale;

/// What must hold of a plan's changes, whatever they add up to. What is against one of these counts one where none
/// may be.
public enum PlanRule implements Rule {
    /// Nothing that is protected is deleted or replaced.
    PROTECTED,
    /// What stands already, and is in no state of this home, is as it is wanted or can be changed into that.
    ADOPTION;

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
