/// Drivers, gates and probes over one simulated world in virtual time, put together for one run. The world
/// refuses what the real systems refuse.
@NullMarked
package dev.freehold.adapters.sim;

import org.jspecify.annotations.NullMarked;
