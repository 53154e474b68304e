/// What several computers that work on one platform know of it, brought together: the journals first, of which
/// everything else is a fold.
@NullMarked
package dev.freehold.engine.share;

import org.jspecify.annotations.NullMarked;
