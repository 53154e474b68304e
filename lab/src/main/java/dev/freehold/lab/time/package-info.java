/// The lab's own time: nobody else in the lab reads a clock or waits.
@NullMarked
package dev.freehold.lab.time;

import org.jspecify.annotations.NullMarked;
