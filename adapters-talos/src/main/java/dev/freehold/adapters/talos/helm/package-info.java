/// Helm, as a library in a process of its own.
@NullMarked
package dev.freehold.adapters.talos.helm;

import org.jspecify.annotations.NullMarked;
