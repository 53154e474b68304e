package dev.freehold.lab.oracle.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freehold.lab.OpenLab;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine that Compute launched, as the user's computer reaches it.
class ReachedMachineTest {
    private static final Duration LAUNCHED = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private static String banner(OpenLab lab, String address) throws Exception {
        try (var socket =
                new Socket(new Proxy(Proxy.Type.SOCKS, lab.lab().endpoints().socks()))) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), 22));
            return new String(socket.getInputStream().readNBytes(8), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void it_answers_at_its_public_address_while_it_runs() throws Exception {
        try (var lab = OpenLab.in(folder)) {
            // given
            var tenant = new Tenant(lab);
            var instance = tenant.launch(tenant.domains().getFirst(), 1, 6).id();
            tenant.pass(LAUNCHED);
            assertThat(tenant.state("instances", instance)).isEqualTo("RUNNING");
            var vnic = tenant.list("vnicAttachments?instanceId=" + instance)
                    .path(0)
                    .path("vnicId")
                    .asString();
            var address = tenant.get("vnics/" + vnic).json().path("publicIp").asString();
            // then
            assertThat(banner(lab, address)).isEqualTo("SSH-2.0-");
            // and when
            tenant.terminate(instance);
            tenant.pass(Duration.ofMinutes(5));
            // then
            assertThatThrownBy(() -> banner(lab, address))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("unreachable");
        }
    }
}
