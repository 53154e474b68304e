package dev.freehold.lab.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A listener that hands each connection to a handler, on a thread of its own.
public final class TcpService implements Listener, AutoCloseable {
    private final Network network;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket server;

    /// @param network that its visitors come by; others are turned away
    public TcpService(Network network, Handler handler) {
        this.network = network;
        this.handler = handler;
    }

    /// Serves one connection, which is closed once it returns.
    public interface Handler {
        void serve(Visit visit, Socket connection) throws IOException;
    }

    @Override
    public synchronized InetSocketAddress address() throws IOException {
        var started = server;
        if (started == null) {
            started = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
            server = started;
            var listening = started;
            Thread.ofPlatform().daemon().name("lab-service").start(() -> accept(listening));
        }
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), started.getLocalPort());
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var visitor = listening.accept();
                open.add(visitor);
                Thread.ofVirtual().name("lab-service-visitor").start(() -> serve(visitor));
            } catch (IOException closed) {
                // Either it was closed, or a visitor was gone before it was met.
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor) {
            var visit = network.visited(visitor.getPort());
            if (visit.isPresent()) {
                handler.serve(visit.get(), visitor);
            }
        } catch (IOException gone) {
            // The visitor sees that the connection has ended.
        } finally {
            open.remove(visitor);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (server != null) {
            server.close();
        }
        open.forEach(Relay::close);
    }
}
