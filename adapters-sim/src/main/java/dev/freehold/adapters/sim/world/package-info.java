/// The simulated world: what stands in it, what may be made and removed, and the facts that follow.
@NullMarked
package dev.freehold.adapters.sim.world;

import org.jspecify.annotations.NullMarked;
