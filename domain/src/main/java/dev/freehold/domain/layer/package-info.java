/// What each layer publishes for the layers after it, for scripts and for people.
@NullMarked
package dev.freehold.domain.layer;

import org.jspecify.annotations.NullMarked;
