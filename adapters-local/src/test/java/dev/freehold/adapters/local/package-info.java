/// Tests of what lives on this computer.
@NullMarked
package dev.freehold.adapters.local;

import org.jspecify.annotations.NullMarked;
