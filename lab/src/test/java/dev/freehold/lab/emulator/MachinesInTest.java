package dev.freehold.lab.emulator;

import dev.freehold.lab.ManualClock;
import dev.freehold.lab.json.Json;
import dev.freehold.lab.machine.Machine;
import dev.freehold.lab.network.Door;
import dev.freehold.lab.network.Network.Way;
import dev.freehold.lab.network.Vantage;
import dev.freehold.lab.ssh.MachineNetwork;
import dev.freehold.lab.world.Ocids;
import dev.freehold.lab.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/// Three machines with a planted emulator beside them, and somebody who may log in.
final class MachinesInTest implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final World world;
    private final Surroundings surroundings;
    private final MachineNetwork network;
    private final PlantedCluster cluster;
    private final SshClient client = SshClient.setUpDefaultClient();
    private final KeyPair key;

    private MachinesInTest(Path folder, KeyPair key) throws Exception {
        this.key = key;
        this.world = World.open(folder, new Ocids(0, "eu-frankfurt-1"), _ -> new ManualClock());
        var line = new ByteArrayBuffer();
        line.putRawPublicKey(key.getPublic());
        var keys = "ssh-rsa " + Base64.getEncoder().encodeToString(line.getCompactData());
        var machines = List.of(
                machine("host-1", "10.0.1.10", "198.18.0.1", keys),
                machine("host-2", "10.0.1.11", "198.18.0.2", keys),
                machine("bastion", "10.0.1.20", "198.18.0.3", keys));
        this.surroundings = Surroundings.of(folder, new Ports(0), world, () -> machines);
        this.network = MachineNetwork.start(surroundings);
        this.cluster = PlantedCluster.start(surroundings);
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    static MachinesInTest in(Path folder) throws Exception {
        return new MachinesInTest(folder, KeyUtils.generateKeyPair("ssh-rsa", 2048));
    }

    private static Machine machine(String name, String privateIp, String publicIp, String keys) {
        return new Machine(
                "ocid1.instance." + name,
                name,
                name,
                "RUNNING",
                Optional.of(privateIp),
                Optional.of(publicIp),
                "VM.Standard.A1.Flex",
                Map.of("ssh_authorized_keys", keys));
    }

    /// What came of a command.
    record Ran(int status, String out, String err) {}

    private ClientSession login(String publicIp) throws Exception {
        if (!(surroundings.network().way(new Vantage.Outside(), publicIp, 22) instanceof Way.To(var route))) {
            throw new AssertionError("No way to " + publicIp);
        }
        var door = Door.to(surroundings.network(), route);
        var session = client.connect("debian", door.address()).verify(SOON).getSession();
        session.addPublicKeyIdentity(key);
        session.auth().verify(SOON);
        return session;
    }

    /// One command by SSH.
    Ran ssh(String publicIp, String command, String input) throws Exception {
        try (var session = login(publicIp);
                var channel = session.createExecChannel(command)) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            channel.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            channel.setOut(out);
            channel.setErr(err);
            channel.open().verify(SOON);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), SOON);
            return new Ran(
                    channel.getExitStatus(),
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        }
    }

    /// What somebody who comes from a machine is told first.
    String greetedFrom(String publicIp, String address, int port) throws Exception {
        try (var session = login(publicIp);
                var channel = session.createDirectTcpipChannel(null, new SshdSocketAddress(address, port))) {
            channel.open().verify(SOON);
            return new String(channel.getInvertedOut().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// What somebody at the user's computer is told first.
    String greeted(String address, int port) throws Exception {
        var described = Json.object();
        network.describe(described);
        var socks = new InetSocketAddress(
                InetAddress.getLoopbackAddress(),
                described.path("network").path("socksPort").asInt());
        try (var socket = new Socket(new Proxy(Proxy.Type.SOCKS, socks))) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), port));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.stop();
        cluster.close();
        network.close();
        world.close();
    }
}
