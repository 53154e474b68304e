/// Machines by SSH: commands on them, and the keys that let us in.
@NullMarked
package dev.freehold.ports.host;

import org.jspecify.annotations.NullMarked;
