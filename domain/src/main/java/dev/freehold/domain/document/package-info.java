/// A document of keys, lists and scalars that knows its lines, whatever format it was written in, and what is
/// wrong in it.
@NullMarked
package dev.freehold.domain.document;

import org.jspecify.annotations.NullMarked;
