package dev.freehold.engine.offender.there;

import dev.freehold.engine.offender.here.Here;

/// Half of a cycle between two packages, on purpose.
public interface There {
    Here other();
}
