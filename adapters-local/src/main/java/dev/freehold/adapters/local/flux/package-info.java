/// The repository that Flux follows: what is generated for it, and the drivers that bring it there.
@NullMarked
package dev.freehold.adapters.local.flux;

import org.jspecify.annotations.NullMarked;
