/// The network that the machines are in: who is at which address, what listens there, and the way in from outside
/// (SOCKS5). Every emulator may serve ports of machines, and lay a network of its own over it.
@NullMarked
package dev.freehold.lab.network;

import org.jspecify.annotations.NullMarked;
