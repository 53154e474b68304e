/// The record of a platform in a bucket, for every computer that works on it.
@NullMarked
package dev.freehold.adapters.oci.state;

import org.jspecify.annotations.NullMarked;
