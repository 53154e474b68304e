/// What is said of a kind of node beside its record: which settings change in place, how long it takes, what others
/// call it.
@NullMarked
package dev.freehold.domain.mark;

import org.jspecify.annotations.NullMarked;
