package dev.freehold.lab.network;

import dev.freehold.lab.machine.Machine;
import java.util.Optional;

/// For whom a connection is meant.
///
/// @param address that was asked for
/// @param machine that has the address; empty if an emulator plays somebody else there
public record Visit(String address, int port, Optional<Machine> machine) {}
