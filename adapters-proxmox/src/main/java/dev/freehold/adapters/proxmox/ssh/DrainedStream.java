package dev.freehold.adapters.proxmox.ssh;

import dev.freehold.ports.host.HostShell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads one of a command's streams to its end, on a thread of its own: a command whose output nobody reads
/// stands still.
final class DrainedStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reading;

    private DrainedStream(InputStream stream) {
        this.reading = Thread.ofVirtual().unstarted(() -> drain(stream));
    }

    static DrainedStream of(InputStream stream) {
        var kept = new DrainedStream(stream);
        kept.reading.start();
        return kept;
    }

    private void drain(InputStream stream) {
        var buffer = new byte[8192];
        try {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                bytes.write(buffer, 0, Math.min(read, HostShell.KEPT_OUTPUT - bytes.size()));
            }
        } catch (IOException broken) {
            // Whoever waits for the command is told so himself.
        }
    }

    /// Waits for the end of the stream, which closing its channel brings about.
    String text() throws InterruptedException {
        reading.join();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
