/// What further emulators see of the instances: the seam between the emulated cloud and what is to run on its
/// machines.
@NullMarked
package dev.freehold.lab.machine;

import org.jspecify.annotations.NullMarked;
