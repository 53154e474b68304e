package dev.freehold.app.shell.progress;

import dev.freehold.adapters.local.SystemTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Calls somebody once a second until it is closed.
public interface Ticker extends AutoCloseable {
    Ticker NONE = () -> {};

    static Ticker calling(Consumer<Instant> whom) {
        var timeline = new SystemTimeline();
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
