/// Disk images that were built on this computer, and what is known of them.
@NullMarked
package dev.freehold.domain.image;

import org.jspecify.annotations.NullMarked;
