/// Snapshots of the layers' states, and the right to write.
@NullMarked
package dev.freehold.adapters.local.state;

import org.jspecify.annotations.NullMarked;
