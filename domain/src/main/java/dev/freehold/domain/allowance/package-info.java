/// What Oracle gives for free, what a platform uses of it, and what a month above it would cost.
@NullMarked
package dev.freehold.domain.allowance;

import org.jspecify.annotations.NullMarked;
