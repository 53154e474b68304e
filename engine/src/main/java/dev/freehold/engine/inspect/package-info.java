/// What there is, and how it came to be: status, drift, and what earlier runs did. Nothing here changes anything.
@NullMarked
package dev.freehold.engine.inspect;

import org.jspecify.annotations.NullMarked;
