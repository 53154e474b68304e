/// Emulators of the real services, on loopback. They know wire protocols and none of Freehold's own types: a class
/// shared with an adapter would share its misreading of the protocol.
///
/// [dev.freehold.lab.Lab] starts them over one world. Each service of Oracle's is a package with an
/// [dev.freehold.lab.oracle.api.Api]; anything that listens on ports of its own is an
/// [dev.freehold.lab.emulator.Emulator].
@NullMarked
package dev.freehold.lab;

import org.jspecify.annotations.NullMarked;
