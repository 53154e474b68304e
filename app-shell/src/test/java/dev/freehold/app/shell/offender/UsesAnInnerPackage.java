package dev.freehold.app.shell.offender;

import dev.freehold.adapters.local.home.Home;

/// Breaks the rule that other modules use an adapter's root package alone, on purpose.
public interface UsesAnInnerPackage {
    void enter(Home home);
}
