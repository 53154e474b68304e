/// What a person answered in a conversation that is not over, in a file.
@NullMarked
package dev.freehold.adapters.local.answers;

import org.jspecify.annotations.NullMarked;
