/// The driver of machines: where one finds room, how it is launched and changed, and what is seen of it.
@NullMarked
package dev.freehold.adapters.oci.compute;

import org.jspecify.annotations.NullMarked;
