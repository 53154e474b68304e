package dev.freehold.lab.guest;

import dev.freehold.lab.emulator.Emulator;
import dev.freehold.lab.emulator.Ports;
import dev.freehold.lab.emulator.Surroundings;
import dev.freehold.lab.reach.Network;
import dev.freehold.lab.reach.Socks;
import dev.freehold.lab.tailnet.Tailnet;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/// The machines, and the network that they are reached through.
public final class MachineNetwork implements Emulator {
    private static final int SSH = 22;

    private final GuestServer machines;
    private final Socks socks;

    private MachineNetwork(GuestServer machines, Socks socks) {
        this.machines = machines;
        this.socks = socks;
    }

    public static MachineNetwork start(Surroundings surroundings) throws IOException {
        var world = surroundings.world();
        var tailnet = new Tailnet(world);
        var network = new Network(surroundings.machines(), tailnet);
        var programs = new Programs();
        programs.add("tailscale", new TailscaleProgram(tailnet));
        var machines = new GuestServer(
                surroundings.ports().at(Ports.MACHINES), network, new HostKeys(world), programs, world.clock());
        network.serve(SSH, machines);
        return new MachineNetwork(machines, Socks.start(surroundings.ports().at(Ports.NETWORK), network));
    }

    @Override
    public void describe(ObjectNode endpoints) {
        endpoints
                .putObject("network")
                .put("socksHost", "127.0.0.1")
                .put("socksPort", socks.port())
                .put("user", GuestServer.USER);
    }

    @Override
    public void close() {
        socks.close();
        machines.close();
    }
}
