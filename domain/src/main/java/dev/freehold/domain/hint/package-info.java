/// The commands that Freehold names to a person as what to do next.
@NullMarked
package dev.freehold.domain.hint;

import org.jspecify.annotations.NullMarked;
