/// What nodes come to have once they are real: a record a kind, or one that several kinds share.
@NullMarked
package dev.freehold.domain.output;

import org.jspecify.annotations.NullMarked;
