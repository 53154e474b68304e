package dev.freehold.lab.network;

import dev.freehold.lab.machine.Machine;

/// From where somebody looks at the network.
public sealed interface Vantage {
    /// The user's computer: it sees public addresses, and overlays that it is in.
    record Outside() implements Vantage {}

    /// A machine: it sees the subnet's private addresses as well.
    record On(Machine machine) implements Vantage {}
}
