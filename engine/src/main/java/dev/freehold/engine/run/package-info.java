/// Carries out what the scheduler decides: calls the ports on workers of the timeline, and has every intent
/// on disk before its call and every outcome after it.
@NullMarked
package dev.freehold.engine.run;

import org.jspecify.annotations.NullMarked;
