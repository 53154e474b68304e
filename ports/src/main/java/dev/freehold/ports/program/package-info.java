/// The one place that starts other programs, each with an environment of its own.
@NullMarked
package dev.freehold.ports.program;

import org.jspecify.annotations.NullMarked;
