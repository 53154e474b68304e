/// The folder in which Freehold keeps what it knows, and what is told when it can't be used.
@NullMarked
package dev.freehold.adapters.local.home;

import org.jspecify.annotations.NullMarked;
