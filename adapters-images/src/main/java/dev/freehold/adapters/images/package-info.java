/// Image builds with Packer, Dagger or mmdebstrap: a recipe of scripts that every builder shares, run on this
/// computer, and the folder that keeps what came of it.
@NullMarked
package dev.freehold.adapters.images;

import org.jspecify.annotations.NullMarked;
