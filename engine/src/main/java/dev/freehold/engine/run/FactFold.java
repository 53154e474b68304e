package dev.freehold.engine.run;

/// Somebody who makes something of the facts of a run, and is told each of them once, in their order, by one thread
/// at a time.
interface FactFold {
    void on(Fact fact);
}
