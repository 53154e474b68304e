/// Planning, scheduling, the journal's folds, resuming, destroying and rolling back: what happens in which
/// order, and what is done about a refusal. It reaches the world through the ports alone.
@NullMarked
package dev.freehold.engine;

import org.jspecify.annotations.NullMarked;
