/// Probes: what validation is told about the target, a subject each. A probe reads; it never changes
/// anything.
@NullMarked
package dev.freehold.ports.probe;

import org.jspecify.annotations.NullMarked;
