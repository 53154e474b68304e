/// What makes a blueprint real: a driver a kind of resource, gates that wait, and the answers and faults that the
/// engine decides on.
@NullMarked
package dev.freehold.ports.driver;

import org.jspecify.annotations.NullMarked;
