/// The drivers of images that machines launch from, and of what belongs to them.
@NullMarked
package dev.freehold.adapters.oci.image;

import org.jspecify.annotations.NullMarked;
