package dev.freehold.lab.network;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A SOCKS5 server on loopback (RFC 1928): no authentication, CONNECT alone, numeric addresses alone. It is the
/// user's computer's way into the machines' network.
public final class Socks implements AutoCloseable {
    private static final int VERSION = 5;
    private static final int NO_AUTHENTICATION = 0;
    private static final int NO_METHOD = 0xFF;
    private static final int CONNECT = 1;

    private final ServerSocket server;
    private final Network network;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Socks(ServerSocket server, Network network) {
        this.server = server;
        this.network = network;
    }

    /// How a request is answered (RFC 1928, section 6).
    private enum Reply {
        SUCCEEDED(0),
        FAILURE(1),
        HOST_UNREACHABLE(4),
        REFUSED(5),
        NO_SUCH_COMMAND(7),
        NO_SUCH_ADDRESS(8);

        private final int code;

        Reply(int code) {
            this.code = code;
        }
    }

    /// @param port 0 for any that is free
    public static Socks start(int port, Network network) throws IOException {
        var socks = new Socks(new ServerSocket(port, 64, InetAddress.getLoopbackAddress()), network);
        Thread.ofPlatform().daemon().name("lab-socks").start(socks::accept);
        return socks;
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                open.add(client);
                Thread.ofVirtual().name("lab-socks-client").start(() -> serve(client));
            } catch (IOException closed) {
                // Either the server was closed, or one client was gone before it was met.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            var out = client.getOutputStream();
            if (greet(in, out)) {
                request(client, in, out);
            }
        } catch (IOException gone) {
            // Its client sees that the connection has ended.
        } finally {
            open.remove(client);
        }
    }

    private static boolean greet(DataInputStream in, OutputStream out) throws IOException {
        if (in.readUnsignedByte() != VERSION) {
            return false;
        }
        var methods = in.readNBytes(in.readUnsignedByte());
        var suits = false;
        for (var method : methods) {
            suits |= method == NO_AUTHENTICATION;
        }
        out.write(new byte[] {VERSION, (byte) (suits ? NO_AUTHENTICATION : NO_METHOD)});
        return suits;
    }

    private void request(Socket client, DataInputStream in, OutputStream out) throws IOException {
        if (in.readUnsignedByte() != VERSION) {
            return;
        }
        int command = in.readUnsignedByte();
        in.readUnsignedByte();
        var address = address(in);
        int port = in.readUnsignedShort();
        if (command != CONNECT) {
            answer(out, Reply.NO_SUCH_COMMAND);
            return;
        }
        if (address.isEmpty()) {
            answer(out, Reply.NO_SUCH_ADDRESS);
            return;
        }
        switch (network.way(new Vantage.Outside(), address, port)) {
            case Network.Way.Nowhere() -> answer(out, Reply.HOST_UNREACHABLE);
            case Network.Way.Closed() -> answer(out, Reply.REFUSED);
            case Network.Way.To(var route) -> connect(client, out, route);
        }
    }

    /// As text; empty for IPv6, which no machine has here. Names are not looked up: one that is a number is it.
    private static String address(DataInputStream in) throws IOException {
        return switch (in.readUnsignedByte()) {
            case 1 -> {
                var octets = in.readNBytes(4);
                yield InetAddress.getByAddress(octets).getHostAddress();
            }
            case 3 -> new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
            case 4 -> {
                in.skipNBytes(16);
                yield "";
            }
            default -> throw new IOException("no type of address that SOCKS knows");
        };
    }

    private void connect(Socket client, OutputStream out, Network.Route route) throws IOException {
        Network.Passage entered;
        try {
            entered = network.enter(route);
        } catch (IOException refused) {
            answer(out, Reply.FAILURE);
            return;
        }
        try (entered) {
            answer(out, Reply.SUCCEEDED);
            Relay.between(client, entered.socket());
        }
    }

    private static void answer(OutputStream out, Reply reply) throws IOException {
        out.write(new byte[] {VERSION, (byte) reply.code, 0, 1, 0, 0, 0, 0, 0, 0});
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyClosed) {
            // Nobody is let in any more, either way.
        }
        open.forEach(Relay::close);
    }
}
