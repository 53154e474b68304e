/// What a further emulator of the lab is: one that listens on ports of its own beside OCI's.
@NullMarked
package dev.freehold.lab.emulator;

import org.jspecify.annotations.NullMarked;
