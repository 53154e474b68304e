package dev.freehold.adapters.proxmox.ssh;

import dev.freehold.lab.emulator.Ports;
import dev.freehold.lab.emulator.Surroundings;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.machine.Machine;
import dev.freehold.lab.ssh.MachineNetwork;
import dev.freehold.lab.time.ScaledClock;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The lab's machines and their network alone: as many machines as a test says.
record LabMachines(Surroundings surroundings, MachineNetwork network, List<Machine> machines, InetSocketAddress socks)
        implements AutoCloseable {

    static LabMachines in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var world = World.open(folder, new Ocids(0, "eu-frankfurt-1"), seen -> ScaledClock.from(seen, 1));
        var machines = new CopyOnWriteArrayList<Machine>();
        var surroundings = Surroundings.of(folder, new Ports(0), world, () -> machines);
        var network = MachineNetwork.start(surroundings);
        var endpoints = Json.object();
        network.describe(endpoints);
        var port = endpoints.path("network").path("socksPort").asInt();
        var socks = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new LabMachines(surroundings, network, machines, socks);
    }

    World world() {
        return surroundings.world();
    }

    /// A running machine.
    void launch(String name, String privateIp, String publicIp, String authorizedKeys) {
        machines.add(new Machine(
                "ocid1.instance.oc1.." + name,
                name,
                name,
                "RUNNING",
                Optional.of(privateIp),
                Optional.ofNullable(publicIp),
                "VM.Standard.A1.Flex",
                Map.of("ssh_authorized_keys", authorizedKeys)));
    }

    @Override
    public void close() {
        network.close();
        world().close();
    }
}
