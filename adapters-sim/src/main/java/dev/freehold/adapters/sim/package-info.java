/// Drivers and probes over one simulated world in virtual time. The world refuses what the real systems refuse.
@NullMarked
package dev.freehold.adapters.sim;

import org.jspecify.annotations.NullMarked;
