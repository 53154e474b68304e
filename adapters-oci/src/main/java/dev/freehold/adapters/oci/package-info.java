/// Oracle Cloud: its resources, its configuration and the state kept in its object storage.
///
/// Nothing is here yet.
@NullMarked
package dev.freehold.adapters.oci;

import org.jspecify.annotations.NullMarked;
