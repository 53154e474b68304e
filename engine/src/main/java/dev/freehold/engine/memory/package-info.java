/// Journals and states that live as long as the process: for rehearsals, and for whoever tries something out.
@NullMarked
package dev.freehold.engine.memory;

import org.jspecify.annotations.NullMarked;
