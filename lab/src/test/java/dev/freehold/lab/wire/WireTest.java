package dev.freehold.lab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freehold.lab.ManualClock;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Answer.Reset;
import dev.freehold.lab.wire.Answer.SlowHead;
import dev.freehold.lab.wire.Answer.Truncated;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Bytes on the socket, which no HTTP client shows.
class WireTest {
    private static final Reply HELLO =
            new Reply(200, Map.of("x-name", "value"), Body.of("hello".getBytes(StandardCharsets.UTF_8)));

    private final ManualClock clock = new ManualClock();

    @Test
    void a_reset_sends_nothing() throws Exception {
        try (var server = HttpServer.start(0, clock, _ -> new Reset())) {
            assertThat(answer(server)).isEqualTo("reset");
        }
    }

    @Test
    void a_truncated_body_promises_more_than_it_sends() throws Exception {
        try (var server = HttpServer.start(0, clock, _ -> new Truncated(HELLO, 0.5))) {
            assertThat(answer(server)).contains("content-length: 5").endsWith("\r\n\r\nhe");
        }
    }

    @Test
    void slow_headers_come_all_the_same() throws Exception {
        try (var server = HttpServer.start(0, clock, _ -> new SlowHead(HELLO, Duration.ofSeconds(1)))) {
            assertThat(answer(server))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("x-name: value")
                    .endsWith("hello");
            assertThat(clock.paused()).isGreaterThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void the_client_that_waits_to_continue_is_told_at_once_and_gib_take_no_memory() throws Exception {
        // given
        var length = 3L << 30;
        try (var server = HttpServer.start(0, clock, request -> counted(request));
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            var out = socket.getOutputStream();
            out.write(("PUT /o HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            // then
            assertThat(line(socket.getInputStream())).startsWith("HTTP/1.1 100");
            line(socket.getInputStream());
            // when
            send(out, length);
            // then
            assertThat(line(socket.getInputStream())).startsWith("HTTP/1.1 200");
        }
    }

    private static void send(OutputStream out, long length) throws IOException {
        var chunk = new byte[1 << 20];
        for (var sent = 0L; sent < length; sent += chunk.length) {
            out.write(chunk);
        }
    }

    private static Answer counted(Incoming request) {
        try {
            var read = request.body().transferTo(OutputStream.nullOutputStream());
            return Answer.reply(read == 3L << 30 ? 200 : 400, Body.EMPTY);
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static String answer(HttpServer server) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (SocketException reset) {
            return "reset";
        }
    }
}
