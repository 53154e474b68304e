/// How hard systems are driven: how many calls at once, and when a call that failed is made again. Immutable
/// values; nothing here waits.
@NullMarked
package dev.freehold.engine.pace;

import org.jspecify.annotations.NullMarked;
