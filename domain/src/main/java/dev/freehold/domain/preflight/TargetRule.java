package dev.freehold.domain.preflight;

import dev.freehold.domain.allowance.Rule;
import java.util.Locale;

/// What a target asks of a plan beyond amounts. What is against one of these counts one where none may be.
public enum TargetRule implements Rule {
    /// The credentials are known to Oracle.
    CREDENTIALS,
    /// The platform is in the tenancy's home region: elsewhere nothing is free, and neither budgets nor quotas
    /// can be made.
    HOME_REGION,
    /// The spec names the user's own things, not the examples that it was begun with.
    PLACEHOLDER;

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
