package dev.freehold.lab.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// A port on loopback that leads the first who comes on through the network: for clients that make their
/// connections themselves.
public final class Door implements AutoCloseable {
    private final ServerSocket server;

    private Door(ServerSocket server) {
        this.server = server;
    }

    /// @throws IOException if nothing listens at the route's end any more
    public static Door to(Network network, Network.Route route) throws IOException {
        var passage = network.enter(route);
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("lab-door").start(() -> lead(server, passage));
        return new Door(server);
    }

    private static void lead(ServerSocket server, Network.Passage passage) {
        try (passage;
                var visitor = server.accept()) {
            server.close();
            Relay.between(visitor, passage.socket());
        } catch (IOException nobodyCame) {
            // Nothing was begun.
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
    }

    /// Whoever has come by now may stay.
    @Override
    public void close() throws IOException {
        server.close();
    }
}
