/// Faults of the wire, from a file: what a client meets when the network or the front of a service fails.
@NullMarked
package dev.freehold.lab.fault;

import org.jspecify.annotations.NullMarked;
