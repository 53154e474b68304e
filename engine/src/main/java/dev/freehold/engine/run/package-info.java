/// One run of a plan's work. It carries out what the scheduler decides: calls the ports on workers of the timeline,
/// and has every intent on disk before its call and every outcome after it. What it does and meets is a stream of
/// facts, which the journals, the outcomes and whoever listens are folds of.
@NullMarked
package dev.freehold.engine.run;

import org.jspecify.annotations.NullMarked;
