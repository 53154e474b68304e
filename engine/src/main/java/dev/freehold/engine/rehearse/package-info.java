/// Many simulated deployments of one plan, and what came of them.
@NullMarked
package dev.freehold.engine.rehearse;

import org.jspecify.annotations.NullMarked;
