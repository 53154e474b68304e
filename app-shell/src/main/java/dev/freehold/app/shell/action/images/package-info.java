/// Disk images: building them, and showing what is in them.
@NullMarked
package dev.freehold.app.shell.action.images;

import org.jspecify.annotations.NullMarked;
