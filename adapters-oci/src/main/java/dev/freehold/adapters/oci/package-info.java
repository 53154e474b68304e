/// Oracle Cloud: its resources, its configuration and the state kept in its object storage.
///
/// The way in, and all of it that other modules may use: [OciCloud] gives what serves the ports, and no type of
/// Oracle's SDK stands in a signature here. The packages below are named for what they are for.
@NullMarked
package dev.freehold.adapters.oci;

import org.jspecify.annotations.NullMarked;
