/// Emulators: what each is to the lab, and what it gets to work with. A further one is a package of its vendor's
/// with an [dev.freehold.lab.emulator.Emulator] in it, and a line in [dev.freehold.lab.Lab].
@NullMarked
package dev.freehold.lab.emulator;

import org.jspecify.annotations.NullMarked;
