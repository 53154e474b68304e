/// The engine on the simulated world, end to end: what holds for whole platforms, whatever goes wrong.
@NullMarked
package dev.freehold.platform;

import org.jspecify.annotations.NullMarked;
