/// Faults put between the engine and a target's drivers: told by a list, or drawn by a seed.
@NullMarked
package dev.freehold.adapters.sim.fault;

import org.jspecify.annotations.NullMarked;
