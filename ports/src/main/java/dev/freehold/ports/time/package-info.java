/// The clock that work goes by.
@NullMarked
package dev.freehold.ports.time;

import org.jspecify.annotations.NullMarked;
