/// What was intended and what came of it, as entries of a layer's journal, and the state that they fold into.
@NullMarked
package dev.freehold.domain.journal;

import org.jspecify.annotations.NullMarked;
