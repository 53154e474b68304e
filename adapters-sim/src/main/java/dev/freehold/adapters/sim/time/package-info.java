/// Virtual time: hours pass as soon as everybody who lives in them sleeps.
@NullMarked
package dev.freehold.adapters.sim.time;

import org.jspecify.annotations.NullMarked;
