/// What every probe promises, as suites for whatever adapter has one.
@NullMarked
package dev.freehold.ports.probe;

import org.jspecify.annotations.NullMarked;
