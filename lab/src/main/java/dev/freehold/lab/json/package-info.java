/// JSON as the wire and the journal carry it.
@NullMarked
package dev.freehold.lab.json;

import org.jspecify.annotations.NullMarked;
