package dev.freehold.lab.emulator;

import dev.freehold.lab.machine.Disks;
import dev.freehold.lab.machine.Machines;
import dev.freehold.lab.machine.Programs;
import dev.freehold.lab.network.Network;
import dev.freehold.lab.world.World;
import java.nio.file.Path;

/// What an emulator gets to work with.
///
/// @param folder for files of its own; it makes a subfolder
/// @param world for what it must remember, in kinds of its own; its clock is the lab's
/// @param programs that the machines have; it may install further ones
/// @param disks the machines' files
/// @param network that the machines are in; it may serve ports of machines, and lay a network of its own over it
public record Surroundings(
        Path folder, Ports ports, World world, Machines machines, Programs programs, Disks disks, Network network) {

    /// With machines that have nothing on them yet but what Debian has.
    public static Surroundings of(Path folder, Ports ports, World world, Machines machines) {
        return new Surroundings(
                folder,
                ports,
                world,
                machines,
                Programs.ofDebian(world.clock()),
                new Disks(world),
                new Network(machines));
    }
}
