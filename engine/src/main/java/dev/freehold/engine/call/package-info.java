/// One call to a system: to the port that serves the node, with a deadline, and what came of it.
@NullMarked
package dev.freehold.engine.call;

import org.jspecify.annotations.NullMarked;
