/// Object Storage: the calls of it that Freehold makes, in plain values, and what is kept there: buckets and
/// disk images.
@NullMarked
package dev.freehold.adapters.oci.storage;

import org.jspecify.annotations.NullMarked;
