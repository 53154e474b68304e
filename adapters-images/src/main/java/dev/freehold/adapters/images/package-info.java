/// Image builds with Packer, Dagger or mmdebstrap.
///
/// Nothing is here yet.
@NullMarked
package dev.freehold.adapters.images;

import org.jspecify.annotations.NullMarked;
