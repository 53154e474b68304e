/// The interfaces through which Freehold reaches the world, in the domain's words. Their contract suites
/// stand in this module's tests and are published as its test-jar, for every adapter to run.
@NullMarked
package dev.freehold.ports;

import org.jspecify.annotations.NullMarked;
