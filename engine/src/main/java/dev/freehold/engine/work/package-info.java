/// The work of a plan, numbered, and the state machine that decides what of it is done when. No clock, no
/// input or output, no chance but the seed's: events go in with their time, instructions come out.
@NullMarked
package dev.freehold.engine.work;

import org.jspecify.annotations.NullMarked;
