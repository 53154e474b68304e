/// The simulated world in a file.
@NullMarked
package dev.freehold.adapters.local.world;

import org.jspecify.annotations.NullMarked;
