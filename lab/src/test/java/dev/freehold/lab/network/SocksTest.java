package dev.freehold.lab.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.machine.Machine;
import java.io.DataInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocksTest {
    private final List<Machine> machines = new CopyOnWriteArrayList<>();
    private Network network;
    private Socks socks;
    private ServerSocket listener;

    @BeforeEach
    void start() throws Exception {
        network = new Network(() -> machines);
        socks = Socks.start(0, network);
        listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        network.serve(22, () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort()));
        machines.add(machine("RUNNING"));
    }

    @AfterEach
    void stop() throws Exception {
        listener.close();
        socks.close();
    }

    private static Machine machine(String state) {
        return new Machine(
                "ocid1.one", "one", "one", state, Optional.of("10.0.1.10"), Optional.of("198.18.0.1"), "A1", Map.of());
    }

    private String refusal(String address, int port) throws Exception {
        var proxy = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(InetAddress.getLoopbackAddress(), socks.port()));
        try (var socket = new Socket(proxy)) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), port));
            return "";
        } catch (SocketException refused) {
            return refused.getMessage();
        }
    }

    @Test
    void a_running_machine_is_reached_at_its_public_address_and_knows_that_it_is_meant() throws Exception {
        var proxy = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(InetAddress.getLoopbackAddress(), socks.port()));
        try (var socket = new Socket(proxy)) {
            socket.connect(new InetSocketAddress(InetAddress.getByName("198.18.0.1"), 22));
            try (var accepted = listener.accept()) {
                // when
                accepted.getOutputStream().write(7);
                socket.getOutputStream().write(8);
                // then
                assertThat(socket.getInputStream().read()).isEqualTo(7);
                assertThat(accepted.getInputStream().read()).isEqualTo(8);
                assertThat(network.visited(accepted.getPort()).flatMap(Visit::machine))
                        .map(Machine::name)
                        .contains("one");
            }
        }
    }

    @Test
    void nobody_is_at_an_address_that_no_machine_has() throws Exception {
        assertThat(refusal("198.18.0.2", 22)).contains("unreachable");
    }

    @Test
    void a_private_address_is_not_seen_from_outside() throws Exception {
        assertThat(refusal("10.0.1.10", 22)).contains("unreachable");
        assertThat(network.way(new Vantage.On(machines.getFirst()), "10.0.1.10", 22))
                .isInstanceOf(Network.Way.To.class);
    }

    @Test
    void a_machine_that_does_not_run_answers_nobody() throws Exception {
        machines.set(0, machine("STOPPED"));
        assertThat(refusal("198.18.0.1", 22)).contains("unreachable");
    }

    @Test
    void where_nothing_listens_the_machine_refuses() throws Exception {
        assertThat(refusal("198.18.0.1", 80)).contains("refused");
    }

    @Test
    void what_is_no_connect_is_refused() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), socks.port())) {
            var in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write(new byte[] {5, 2, 0, 2});
            assertThat(in.readUnsignedShort()).isEqualTo(0x0500);
            socket.getOutputStream().write(new byte[] {5, 2, 0, 1, 1, 2, 3, 4, 0, 22}); // BIND
            assertThat(in.readUnsignedShort()).isEqualTo(0x0507);
        }
    }

    @Test
    void who_wants_to_authenticate_is_not_served() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), socks.port())) {
            var in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write(new byte[] {5, 1, 2});
            assertThat(in.readUnsignedShort()).isEqualTo(0x05FF);
        }
    }
}
