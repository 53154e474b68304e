package dev.freehold.app.shell.offender;

import dev.freehold.adapters.local.LocalHome;

/// Uses an adapter's root package, as the wiring may, and as actions may not.
public interface UsesARootPackage {
    void enter(LocalHome home);
}
