/// What the simulated world keeps of itself.
@NullMarked
package dev.freehold.ports.world;

import org.jspecify.annotations.NullMarked;
