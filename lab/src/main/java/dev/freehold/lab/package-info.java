/// Emulators of the real services, on loopback. They know wire protocols and none of Freehold's own types: a class
/// shared with an adapter would share its misreading of the protocol.
///
/// [dev.freehold.lab.Lab] starts them over one world; others use this package alone. A vendor has a package beside
/// `oracle`, `tailscale`, `git` and `packages`, with an [dev.freehold.lab.emulator.Emulator] in it; what they share
/// is the world, the time, the wire and its faults, the machines, and the network that the machines are in.
@NullMarked
package dev.freehold.lab;

import org.jspecify.annotations.NullMarked;
