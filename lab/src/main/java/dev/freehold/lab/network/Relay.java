package dev.freehold.lab.network;

import java.io.IOException;
import java.net.Socket;

/// Two connections made into one.
final class Relay {
    private Relay() {}

    /// Passes on what comes, both ways, until both have ended.
    static void between(Socket client, Socket target) {
        var back = Thread.ofVirtual().name("lab-relay").start(() -> copy(target, client));
        copy(client, target);
        try {
            back.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            // Neither side has anybody to talk to any more.
            close(from);
            close(to);
        }
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // It is closed, then.
        }
    }
}
