/// A vendor's Debian packages, or rather stand-ins for them, in repositories that apt takes as they are.
@NullMarked
package dev.freehold.lab.apt;

import org.jspecify.annotations.NullMarked;
