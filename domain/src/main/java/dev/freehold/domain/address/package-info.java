/// Which address everything has: machines, VMs, containers, and what the reserved public addresses are for.
@NullMarked
package dev.freehold.domain.address;

import org.jspecify.annotations.NullMarked;
