/// What is wanted, what would change for it, and what speaks against it. Nothing here changes anything.
@NullMarked
package dev.freehold.engine.plan;

import org.jspecify.annotations.NullMarked;
