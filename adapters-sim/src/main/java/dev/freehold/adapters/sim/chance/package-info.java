/// What a seed decides, and nothing else: the same question gets the same answer whenever it is asked.
@NullMarked
package dev.freehold.adapters.sim.chance;

import org.jspecify.annotations.NullMarked;
