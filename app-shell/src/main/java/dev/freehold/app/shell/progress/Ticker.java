package dev.freehold.app.shell.progress;

import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Calls somebody once a second until it is closed.
public interface Ticker extends AutoCloseable {
    Ticker NONE = () -> {};

    /// @param timeline real time
    static Ticker calling(Timeline timeline, Consumer<Instant> whom) {
        var worker = timeline.start("tick", () -> {
            try {
                while (true) {
                    timeline.sleep(Duration.ofSeconds(1));
                    whom.accept(timeline.now());
                }
            } catch (InterruptedException closed) {
                // That is how it ends.
            }
        });
        return worker::interrupt;
    }

    @Override
    void close();
}
