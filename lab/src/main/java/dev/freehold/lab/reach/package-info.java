/// The network that the machines are in: who is at which address, and the way there from outside.
@NullMarked
package dev.freehold.lab.reach;

import org.jspecify.annotations.NullMarked;
