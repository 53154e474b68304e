package dev.freehold.lab.emulator;

import dev.freehold.lab.machine.Machines;
import dev.freehold.lab.world.World;
import java.nio.file.Path;

/// What an emulator gets to work with.
///
/// @param folder for files of its own; it makes a subfolder
/// @param world for what it must remember, in kinds of its own; its clock is the lab's
public record Surroundings(Path folder, Ports ports, World world, Machines machines) {}
