/// The ports to the target, served from the simulated world: each call takes its time and then asks the
/// world.
@NullMarked
package dev.freehold.adapters.sim.driver;

import org.jspecify.annotations.NullMarked;
