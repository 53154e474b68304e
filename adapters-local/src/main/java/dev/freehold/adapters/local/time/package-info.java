/// Real time.
@NullMarked
package dev.freehold.adapters.local.time;

import org.jspecify.annotations.NullMarked;
