package dev.freehold.app.shell.offender;

import dev.freehold.adapters.oci.wire.OciCalls;

/// Breaks the rule that of a module with walls others use the root package alone, on purpose.
public final class ReachesBehindAWall {
    public String answer(String field) {
        return OciCalls.required("a field", field);
    }
}
