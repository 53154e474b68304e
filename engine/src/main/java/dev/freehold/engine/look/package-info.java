/// What is there, as the systems themselves say: asked side by side, and changing nothing.
@NullMarked
package dev.freehold.engine.look;

import org.jspecify.annotations.NullMarked;
