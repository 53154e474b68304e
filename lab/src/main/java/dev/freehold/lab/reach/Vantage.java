package dev.freehold.lab.reach;

/// From where somebody looks at the network.
public enum Vantage {
    /// The user's computer: it sees public addresses, and is in the tailnet.
    OUTSIDE,
    /// A machine: it sees the subnet's private addresses as well.
    MACHINE
}
