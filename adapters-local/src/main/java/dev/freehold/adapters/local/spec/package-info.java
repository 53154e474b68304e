/// YAML, read into the domain's document: the spec and every other file that people write in it.
@NullMarked
package dev.freehold.adapters.local.spec;

import org.jspecify.annotations.NullMarked;
