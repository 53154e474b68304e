/// What a composition root takes of the simulated target: drivers, gates and probes over one world in virtual time,
/// put together for one run, and faults for any target. The world refuses what the real systems refuse.
@NullMarked
package dev.freehold.adapters.sim;

import org.jspecify.annotations.NullMarked;
