/// Emulators of the real services, on loopback. They know wire protocols and none of Freehold's own types: a class
/// shared with an adapter would share its misreading of the protocol.
///
/// Nothing is here yet.
@NullMarked
package dev.freehold.lab;

import org.jspecify.annotations.NullMarked;
