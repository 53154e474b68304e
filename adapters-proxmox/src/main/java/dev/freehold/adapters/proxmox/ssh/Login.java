package dev.freehold.adapters.proxmox.ssh;

import dev.freehold.ports.host.HostShell;
import dev.freehold.ports.host.HostShell.Machine;
import dev.freehold.ports.host.LoginKey;
import dev.freehold.ports.time.Timeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.UserAuthException;
import org.jspecify.annotations.Nullable;

/// The way into one machine: a connection to it, and below it one to each bastion on the way.
final class Login implements AutoCloseable {
    private final Timeline timeline;
    private final Instant deadline;
    private final Deque<SSHClient> open = new ArrayDeque<>();

    private Login(Timeline timeline, Instant deadline) {
        this.timeline = timeline;
        this.deadline = deadline;
    }

    /// How machines are logged into.
    ///
    /// @param key asked for at each login
    /// @param socks a SOCKS5 proxy through which all addresses are reached; absent for none
    record Terms(
            Supplier<LoginKey> key,
            KnownHosts known,
            @Nullable InetSocketAddress socks,
            Timeline timeline) {}

    /// A machine does not let us in.
    static final class Shut extends IOException {
        private static final long serialVersionUID = 1;

        private final transient HostShell.LockedOut why;

        Shut(HostShell.LockedOut why) {
            super(why.words());
            this.why = why;
        }

        HostShell.LockedOut why() {
            return why;
        }
    }

    static Login to(Machine machine, Terms terms, Instant deadline) throws IOException {
        var login = new Login(terms.timeline(), deadline);
        try {
            login.enter(machine, terms);
            return login;
        } catch (IOException | RuntimeException failed) {
            login.close();
            throw failed;
        }
    }

    SSHClient client() {
        return open.getFirst();
    }

    /// What is left, at least a moment of it: sshj takes zero for ever.
    int millisLeft() {
        var left = Duration.between(timeline.now(), deadline).toMillis();
        return Math.clamp(left, 1, Integer.MAX_VALUE);
    }

    private void enter(Machine machine, Terms terms) throws IOException {
        var bastion = machine.bastion();
        if (bastion != null) {
            enter(bastion, terms);
        }
        var client = new SSHClient(new ClientConfig());
        var check = new HostKeyCheck(terms.known(), machine);
        client.addHostKeyVerifier(check);
        client.setConnectTimeout(millisLeft());
        client.getTransport().setTimeoutMs(millisLeft());
        client.getConnection().setTimeoutMs(millisLeft());
        try {
            if (bastion == null) {
                client.setSocketFactory(sockets(terms.socks()));
                client.connect(machine.address(), machine.port());
            } else {
                client.connectVia(client().newDirectConnection(machine.address(), machine.port()));
            }
        } catch (IOException | RuntimeException failed) {
            client.close();
            var objection = check.objection();
            if (objection != null) {
                throw new Shut(objection);
            }
            throw failed;
        }
        open.push(client);
        authenticate(client, machine, terms.key().get());
    }

    private static void authenticate(SSHClient client, Machine machine, LoginKey key) throws IOException {
        switch (key) {
            case LoginKey.InFile(var file) -> {
                try {
                    client.authPublickey(machine.user(), client.loadKeys(file.toString()));
                } catch (UserAuthException refused) {
                    throw notLetIn(client, machine, "in " + file, refused);
                }
            }
            case LoginKey.WithAgent held -> {
                var method = new AgentAuthentication(held);
                try {
                    client.auth(machine.user(), method);
                } catch (UserAuthException refused) {
                    var objection = method.objection();
                    if (objection != null) {
                        throw new Shut(objection);
                    }
                    throw notLetIn(client, machine, held.key().fingerprint() + " of the SSH agent", refused);
                }
            }
        }
    }

    private static IOException notLetIn(SSHClient client, Machine machine, String key, UserAuthException refused) {
        if (!client.isConnected() || isUnanswered(refused)) {
            return refused; // the connection broke meanwhile, or nobody answered in time
        }
        return new Shut(new HostShell.LockedOut(
                "NotLetIn",
                machine.name() + " at " + machine.address() + " does not let " + machine.user() + " in with the key "
                        + key + ". It takes the keys that it was launched with."));
    }

    private static boolean isUnanswered(Throwable refused) {
        for (var cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    private static SocketFactory sockets(@Nullable InetSocketAddress socks) {
        return socks == null ? SocketFactory.getDefault() : new Through(new Proxy(Proxy.Type.SOCKS, socks));
    }

    /// The machine first, the bastions after it.
    @Override
    public void close() {
        for (var client : open) {
            try {
                client.close();
            } catch (IOException alreadyGone) {
                // There is nothing left to end.
            }
        }
        open.clear();
    }

    /// Sockets that a proxy connects; sshj asks for unconnected ones alone.
    private static final class Through extends SocketFactory {
        private final Proxy proxy;

        Through(Proxy proxy) {
            this.proxy = proxy;
        }

        @Override
        public Socket createSocket() {
            return new Socket(proxy);
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("only unconnected sockets are made here");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("only unconnected sockets are made here");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("only unconnected sockets are made here");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("only unconnected sockets are made here");
        }
    }
}
