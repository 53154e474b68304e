package dev.freehold.lab.network;

import dev.freehold.lab.machine.Machine;
import dev.freehold.lab.machine.Machines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The network that the machines are in: who is at which address now, and what listens there.
public final class Network {
    private final Machines machines;

    /// Newest first.
    private final List<Served> served = new CopyOnWriteArrayList<>();

    private final List<Overlay> overlays = new CopyOnWriteArrayList<>();
    private final Map<Integer, Visit> visits = new ConcurrentHashMap<>();

    private record Served(int port, Predicate<Machine> where, Listener listener) {}

    public Network(Machines machines) {
        this.machines = machines;
    }

    /// Where an address and a port lead.
    ///
    /// @param listener the real one, on loopback
    public record Route(Visit visit, InetSocketAddress listener) {}

    /// What came of looking for a way.
    public sealed interface Way {
        record To(Route route) implements Way {}

        /// Somebody is there, and nothing listens.
        record Closed() implements Way {}

        /// Nobody is there, or nobody that lets us in.
        record Nowhere() implements Way {}
    }

    /// From now on every running machine serves `port` by `listener`.
    public void serve(int port, Listener listener) {
        serve(port, _ -> true, listener);
    }

    /// From now on some running machines serve `port` by `listener`, in place of what served it there.
    ///
    /// @param where asked whenever somebody comes, so that it may depend on what the world says then
    public void serve(int port, Predicate<Machine> where, Listener listener) {
        served.addFirst(new Served(port, where, listener));
    }

    /// From now on the addresses of `overlay` lead somewhere too.
    public void lay(Overlay overlay) {
        overlays.add(overlay);
    }

    public Way way(Vantage from, String address, int port) {
        var own = running()
                .filter(machine -> is(machine.publicIp(), address)
                        || (from instanceof Vantage.On && is(machine.privateIp(), address)))
                .findFirst();
        if (own.isPresent()) {
            return toMachine(own.get(), address, port);
        }
        return overlays.stream()
                .flatMap(overlay -> overlay.at(from, address).stream())
                .findFirst()
                .map(holder -> switch (holder) {
                    case Overlay.Holder.OfMachine(var id) ->
                        running()
                                .filter(machine -> machine.id().equals(id))
                                .findFirst()
                                .map(machine -> toMachine(machine, address, port))
                                .orElseGet(Way.Nowhere::new);
                    case Overlay.Holder.Played(var listeners) ->
                        way(new Visit(address, port, Optional.empty()), Optional.ofNullable(listeners.get(port)));
                })
                .orElseGet(Way.Nowhere::new);
    }

    private Stream<Machine> running() {
        return machines.all().stream().filter(Machine::isRunning);
    }

    private static boolean is(Optional<String> one, String other) {
        return one.filter(other::equals).isPresent();
    }

    private Way toMachine(Machine machine, String address, int port) {
        var listener = served.stream()
                .filter(one -> one.port() == port && one.where().test(machine))
                .findFirst()
                .map(Served::listener);
        return way(new Visit(address, port, Optional.of(machine)), listener);
    }

    private static Way way(Visit visit, Optional<Listener> listener) {
        try {
            return listener.isPresent()
                    ? new Way.To(new Route(visit, listener.get().address()))
                    : new Way.Closed();
        } catch (IOException cannotListen) {
            return new Way.Closed();
        }
    }

    /// Connects to where a route leads. Its listener knows from the first moment on for whom the connection is
    /// meant.
    public Passage enter(Route route) throws IOException {
        var socket = new Socket();
        boolean entered = false;
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            visits.put(socket.getLocalPort(), route.visit());
            socket.connect(route.listener());
            entered = true;
            return new Passage(socket);
        } finally {
            if (!entered) {
                visits.remove(socket.getLocalPort());
                socket.close();
            }
        }
    }

    /// A way that somebody has taken.
    public final class Passage implements AutoCloseable {
        private final Socket socket;
        private final int from;

        private Passage(Socket socket) {
            this.socket = socket;
            this.from = socket.getLocalPort();
        }

        Socket socket() {
            return socket;
        }

        @Override
        public void close() throws IOException {
            visits.remove(from);
            socket.close();
        }
    }

    /// For whom the connection from `localPort` on loopback is meant; empty if it did not come by this network,
    /// or the machine has stopped meanwhile.
    public Optional<Visit> visited(int localPort) {
        return Optional.ofNullable(visits.get(localPort)).flatMap(this::now);
    }

    /// With the machine as it is by now.
    private Optional<Visit> now(Visit visit) {
        if (visit.machine().isEmpty()) {
            return Optional.of(visit);
        }
        var id = visit.machine().get().id();
        return running()
                .filter(machine -> machine.id().equals(id))
                .findFirst()
                .map(machine -> new Visit(visit.address(), visit.port(), Optional.of(machine)));
    }
}
