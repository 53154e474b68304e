/// Disk images, built outside any run.
@NullMarked
package dev.freehold.engine.image;

import org.jspecify.annotations.NullMarked;
