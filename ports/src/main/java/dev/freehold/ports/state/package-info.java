/// The journals and published states of the layers, on this computer and shared with others.
@NullMarked
package dev.freehold.ports.state;

import org.jspecify.annotations.NullMarked;
