package dev.freehold.validation;

import java.util.List;

/// One row of the matrix: reads a subject's facts and holds them against the platform that is wanted.
interface Check {
    List<Finding> findings(Wanted wanted) throws InterruptedException;
}
