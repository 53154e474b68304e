/// Tests of Helm's rendering.
@NullMarked
package dev.freehold.adapters.talos.helm;

import org.jspecify.annotations.NullMarked;
