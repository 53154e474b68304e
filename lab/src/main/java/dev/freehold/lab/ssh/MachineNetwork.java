package dev.freehold.lab.ssh;

import dev.freehold.lab.emulator.Emulator;
import dev.freehold.lab.emulator.Ports;
import dev.freehold.lab.emulator.Surroundings;
import dev.freehold.lab.machine.Actor;
import dev.freehold.lab.network.Socks;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/// The way into the machines' network (SOCKS5), and SSH on every machine. In `endpoints.json` under `network`:
/// `socksHost` and `socksPort`, and `user`, whom to log in as.
public final class MachineNetwork implements Emulator {
    private static final int SSH = 22;

    private final MachineSshServer machines;
    private final Socks socks;

    private MachineNetwork(MachineSshServer machines, Socks socks) {
        this.machines = machines;
        this.socks = socks;
    }

    public static MachineNetwork start(Surroundings surroundings) throws IOException {
        var network = surroundings.network();
        var machines = new MachineSshServer(
                surroundings.ports().at(Ports.MACHINES),
                network,
                new HostKeys(surroundings.world()),
                surroundings.programs(),
                surroundings.disks());
        network.serve(SSH, machines);
        return new MachineNetwork(machines, Socks.start(surroundings.ports().at(Ports.NETWORK), network));
    }

    @Override
    public void describe(ObjectNode endpoints) {
        endpoints
                .putObject("network")
                .put("socksHost", "127.0.0.1")
                .put("socksPort", socks.port())
                .put("user", Actor.USER.account());
    }

    @Override
    public void close() {
        socks.close();
        machines.close();
    }
}
