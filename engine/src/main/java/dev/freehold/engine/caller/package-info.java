/// Whoever asks for something to be done: which command it is, who is told how it goes and asked on the way, and
/// how it is stopped early.
@NullMarked
package dev.freehold.engine.caller;

import org.jspecify.annotations.NullMarked;
