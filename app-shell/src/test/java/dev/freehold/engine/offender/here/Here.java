package dev.freehold.engine.offender.here;

import dev.freehold.engine.offender.there.There;

/// Half of a cycle between two packages, on purpose.
public interface Here {
    There other();
}
