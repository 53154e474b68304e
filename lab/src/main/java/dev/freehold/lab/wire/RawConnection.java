package dev.freehold.lab.wire;

import dev.freehold.lab.time.LabClock;
import dev.freehold.lab.wire.Answer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/// The socket below one exchange, for answers that HTTP does not provide for. Each ends the connection.
final class RawConnection {
    private static final int DRIP_BYTES = 16;

    private final Request request;
    private final LabClock clock;

    RawConnection(Request request, LabClock clock) {
        this.request = request;
        this.clock = clock;
    }

    void reset(Callback callback) throws IOException {
        var channel = channel();
        // With no time to linger, close sends RST.
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
        callback.failed(new IOException("reset by a fault"));
    }

    void truncate(Reply reply, double share, Callback callback) throws IOException {
        var body = bytes(reply);
        send(head(reply));
        send(Arrays.copyOf(body, (int) (body.length * Math.clamp(share, 0, 1))));
        channel().close();
        callback.failed(new IOException("truncated by a fault"));
    }

    void drip(Reply reply, Duration pause, Callback callback) throws IOException, InterruptedException {
        var head = head(reply);
        for (var at = 0; at < head.length; at += DRIP_BYTES) {
            send(Arrays.copyOfRange(head, at, Math.min(head.length, at + DRIP_BYTES)));
            clock.pause(pause);
        }
        if (!request.getMethod().equals("HEAD")) {
            send(bytes(reply));
        }
        channel().close();
        callback.failed(new IOException("closed after slow headers"));
    }

    private static byte[] head(Reply reply) {
        var head = new StringBuilder("HTTP/1.1 " + reply.status() + " Fault\r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("content-length: " + reply.body().length() + "\r\nconnection: close\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(Reply reply) throws IOException {
        var out = new ByteArrayOutputStream();
        reply.body().writeTo(out);
        return out.toByteArray();
    }

    /// The channel doesn't block; a client that doesn't read for a while is given up.
    private void send(byte[] content) throws IOException {
        var channel = channel();
        var left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
            if (channel.write(left) == 0) {
                pauseForRoom();
            }
        }
    }

    private void pauseForRoom() throws IOException {
        try {
            clock.pause(Duration.ofMillis(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending", interrupted);
        }
    }

    private SocketChannel channel() throws IOException {
        var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            return channel;
        }
        throw new IOException("No socket below the exchange: " + endPoint);
    }
}
