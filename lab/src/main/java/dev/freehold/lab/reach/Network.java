package dev.freehold.lab.reach;

import dev.freehold.lab.machine.Machine;
import dev.freehold.lab.machine.Machines;
import dev.freehold.lab.tailnet.Tailnet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who is at which address now, and what listens there. All machines' services of one port share one real
/// listener; by the port that a connection to it comes from, it knows for which machine it is meant.
public final class Network {
    private final Machines machines;
    private final Tailnet tailnet;
    private final Map<Integer, Service> services = new ConcurrentHashMap<>();
    private final Map<Integer, String> visits = new ConcurrentHashMap<>();

    public Network(Machines machines, Tailnet tailnet) {
        this.machines = machines;
        this.tailnet = tailnet;
    }

    /// What serves one port of every machine. It is opened when somebody first wants it: most commands never
    /// do.
    public interface Service {
        /// Where it listens, on loopback; the same each time.
        InetSocketAddress address() throws IOException;
    }

    /// Where an address and a port lead.
    ///
    /// @param listener the real one, on loopback
    public record Route(Machine machine, InetSocketAddress listener) {}

    /// What came of looking for a way.
    public sealed interface Way {
        record To(Route route) implements Way {}

        /// Somebody is there, and nothing listens.
        record Closed() implements Way {}

        /// Nobody is there, or nobody that lets us in.
        record Nowhere() implements Way {}
    }

    /// From now on every running machine serves `port` by `service`.
    public void serve(int port, Service service) {
        services.put(port, service);
    }

    public Way way(Vantage from, String address, int port) {
        var machine = at(from, address);
        if (machine.isEmpty()) {
            return new Way.Nowhere();
        }
        var service = services.get(port);
        if (service == null) {
            return new Way.Closed();
        }
        try {
            return new Way.To(new Route(machine.get(), service.address()));
        } catch (IOException cannotListen) {
            return new Way.Closed();
        }
    }

    private Optional<Machine> at(Vantage from, String address) {
        var byTailnet = tailnet.machineAt(address);
        return machines.all().stream()
                .filter(Machine::isRunning)
                .filter(machine -> is(machine.publicIp(), address)
                        || (from == Vantage.MACHINE && is(machine.privateIp(), address))
                        || is(byTailnet, machine.id()))
                .findFirst();
    }

    private static boolean is(Optional<String> one, String other) {
        return one.filter(other::equals).isPresent();
    }

    /// The connection from `localPort` on loopback is meant for `machine`; said before its first byte.
    public void visit(int localPort, Machine machine) {
        visits.put(localPort, machine.id());
    }

    public void leave(int localPort) {
        visits.remove(localPort);
    }

    /// The machine that the connection from `localPort` is meant for; empty if it did not come by this network,
    /// or the machine has stopped meanwhile.
    public Optional<Machine> visited(int localPort) {
        var id = visits.get(localPort);
        return machines.all().stream()
                .filter(machine -> machine.isRunning() && machine.id().equals(id))
                .findFirst();
    }
}
