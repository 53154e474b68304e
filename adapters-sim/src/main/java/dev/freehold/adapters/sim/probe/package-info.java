/// What a careful person would read off the simulated world, for validation.
@NullMarked
package dev.freehold.adapters.sim.probe;

import org.jspecify.annotations.NullMarked;
