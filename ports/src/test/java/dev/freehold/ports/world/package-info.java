/// What every adapter of these ports does, as suites for the adapters' own tests to run.
@NullMarked
package dev.freehold.ports.world;

import org.jspecify.annotations.NullMarked;
