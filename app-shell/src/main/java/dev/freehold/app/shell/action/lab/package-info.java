/// Practice: the emulators, and rehearsals in simulation.
@NullMarked
package dev.freehold.app.shell.action.lab;

import org.jspecify.annotations.NullMarked;
