/// What the layers' journals say, folded: what stands, what it came to have, and what later layers take from it.
@NullMarked
package dev.freehold.engine.state;

import org.jspecify.annotations.NullMarked;
