/// Machines: what a cloud says of them, the programs and the files that they have, and a shell. A cloud gives them
/// ([dev.freehold.lab.machine.Machines]); every emulator may put programs on them
/// ([dev.freehold.lab.machine.Programs]) and read and write their files ([dev.freehold.lab.machine.Disks]).
@NullMarked
package dev.freehold.lab.machine;

import org.jspecify.annotations.NullMarked;
