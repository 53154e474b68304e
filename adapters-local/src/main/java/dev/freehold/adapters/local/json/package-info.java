/// JSON as a tree of the domain's settings, so that what is stored needs no types of a parser.
@NullMarked
package dev.freehold.adapters.local.json;

import org.jspecify.annotations.NullMarked;
