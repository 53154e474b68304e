/// What must not be seen: secrets and their names.
@NullMarked
package dev.freehold.domain.secret;

import org.jspecify.annotations.NullMarked;
