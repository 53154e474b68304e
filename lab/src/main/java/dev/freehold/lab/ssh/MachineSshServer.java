package dev.freehold.lab.ssh;

import dev.freehold.lab.machine.Actor;
import dev.freehold.lab.machine.Disks;
import dev.freehold.lab.machine.Machine;
import dev.freehold.lab.machine.Programs;
import dev.freehold.lab.machine.Shell;
import dev.freehold.lab.network.Listener;
import dev.freehold.lab.network.Network;
import dev.freehold.lab.network.Visit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.forward.TcpForwardingFilter;
import org.apache.sshd.server.kex.DHGServer;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/// The SSH server of all machines: it shows the host key of the machine that a connection is meant for, and lets in
/// whom that one was launched for.
public final class MachineSshServer implements Listener, AutoCloseable {
    private final int port;
    private final Network network;
    private final HostKeys hostKeys;
    private final Programs programs;
    private final Disks disks;
    private @Nullable SshServer server;

    /// @param port 0 for any that is free
    MachineSshServer(int port, Network network, HostKeys hostKeys, Programs programs, Disks disks) {
        this.port = port;
        this.network = network;
        this.hostKeys = hostKeys;
        this.programs = programs;
        this.disks = disks;
    }

    @Override
    public synchronized InetSocketAddress address() throws IOException {
        var started = server;
        if (started == null) {
            started = started();
            server = started;
        }
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), started.getPort());
    }

    /// With what every client has; to look through all that the library can do takes it seconds.
    private SshServer started() throws IOException {
        var fresh = ServerBuilder.builder()
                .keyExchangeFactories(List.of(
                        DHGServer.newFactory(BuiltinDHFactories.curve25519),
                        DHGServer.newFactory(BuiltinDHFactories.ecdhp256)))
                .cipherFactories(List.of(BuiltinCiphers.aes256gcm, BuiltinCiphers.aes128gcm, BuiltinCiphers.aes256ctr))
                .macFactories(List.of(BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha256))
                .signatureFactories(
                        List.of(BuiltinSignatures.ed25519, BuiltinSignatures.rsaSHA512, BuiltinSignatures.rsaSHA256))
                .build();
        fresh.setHost("127.0.0.1");
        fresh.setPort(port);
        fresh.setKeyPairProvider(new ShownKeys());
        fresh.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        fresh.setPublickeyAuthenticator(this::isLetIn);
        fresh.setCommandFactory(this::command);
        fresh.setShellFactory(channel -> command(channel, "help"));
        fresh.setSubsystemFactories(List.of());
        fresh.setForwardingFilter(new JumpsAlone());
        fresh.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE, new Jump.Factory(network)));
        fresh.start();
        return fresh;
    }

    private Optional<Machine> machine(SocketAddress from) {
        return from instanceof InetSocketAddress visitor
                ? network.visited(visitor.getPort()).flatMap(Visit::machine)
                : Optional.empty();
    }

    /// One host key a connection, by whom it is meant for.
    private final class ShownKeys implements KeyPairProvider {
        @Override
        public Iterable<java.security.KeyPair> loadKeys(SessionContext session) {
            return machine(session.getRemoteAddress())
                    .map(machine -> List.of(hostKeys.of(machine.id())))
                    .orElse(List.of());
        }

        @Override
        public Iterable<String> getKeyTypes(SessionContext session) {
            return List.of(HostKeys.TYPE);
        }
    }

    private boolean isLetIn(String user, PublicKey key, ServerSession session) {
        return user.equals(Actor.USER.account())
                && machine(session.getIoSession().getRemoteAddress())
                        .filter(machine -> isAuthorized(key, machine))
                        .isPresent();
    }

    private static boolean isAuthorized(PublicKey key, Machine machine) {
        return machine.metadata()
                .getOrDefault("ssh_authorized_keys", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .anyMatch(line -> isSame(line, key));
    }

    private static boolean isSame(String line, PublicKey key) {
        try {
            var entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line);
            return entry != null
                    && KeyUtils.compareKeys(key, entry.resolvePublicKey(null, PublicKeyEntryResolver.IGNORING));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            return false; // as sshd passes over such a line
        }
    }

    private Command command(ChannelSession channel, String script) throws IOException {
        var machine = machine(channel.getServerSession().getIoSession().getRemoteAddress())
                .orElseThrow(() -> new IOException("the machine has stopped"));
        return new SshCommand(new Shell(programs, machine, disks.of(machine.id()), Actor.USER), script);
    }

    /// Nobody listens on a machine for others, and no agent goes along.
    private static final class JumpsAlone extends RejectAllForwardingFilter {
        @Override
        public boolean canConnect(TcpForwardingFilter.Type type, SshdSocketAddress address, Session session) {
            return type == TcpForwardingFilter.Type.Direct;
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close(true);
        }
    }
}
