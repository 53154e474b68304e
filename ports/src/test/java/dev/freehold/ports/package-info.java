/// What every adapter of a port does, as suites for the adapters' own tests to run.
@NullMarked
package dev.freehold.ports;

import org.jspecify.annotations.NullMarked;
