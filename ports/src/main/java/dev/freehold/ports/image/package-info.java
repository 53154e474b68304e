/// Disk images that are built on this computer.
@NullMarked
package dev.freehold.ports.image;

import org.jspecify.annotations.NullMarked;
