/// The folder in which Freehold keeps what it knows, and how files in it are written: whole, lasting, for their
/// owner.
@NullMarked
package dev.freehold.adapters.local.home;

import org.jspecify.annotations.NullMarked;
