/// SSH to the machines, as everybody reaches them: one server for all, and jumps from one to another.
@NullMarked
package dev.freehold.lab.ssh;

import org.jspecify.annotations.NullMarked;
