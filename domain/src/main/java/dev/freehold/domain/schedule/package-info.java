/// How long work takes and what of it can go side by side: the critical path method over a blueprint or a
/// plan.
@NullMarked
package dev.freehold.domain.schedule;

import org.jspecify.annotations.NullMarked;
