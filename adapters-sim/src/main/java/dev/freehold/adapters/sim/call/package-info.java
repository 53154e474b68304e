/// The calls that are made of a target: which there are, and how often each was made.
@NullMarked
package dev.freehold.adapters.sim.call;

import org.jspecify.annotations.NullMarked;
