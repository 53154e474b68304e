package dev.freehold.ports.skeleton;

import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Silent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Waits for what a system does after it has answered: on the context's timeline, until its deadline.
public final class Waiting {
    private final PollingPace pace;

    public Waiting(PollingPace pace) {
        this.pace = pace;
    }

    /// One look at what is awaited.
    ///
    /// @param <T> what there is once the wait is over
    @FunctionalInterface
    public interface Look<T> {
        Sight<T> take() throws InterruptedException;
    }

    /// What a look saw: the end of the wait, or in the system's words how far it is.
    public record Sight<T>(Optional<T> end, String state) {
        public static <T> Sight<T> there(T end) {
            return new Sight<>(Optional.of(end), "");
        }

        public static <T> Sight<T> yet(String state) {
            return new Sight<>(Optional.empty(), state);
        }
    }

    /// @param what for a person to read: `the subnet freehold`
    /// @throws Silent at the deadline, with the state last seen
    public <T> T until(Context context, String what, Look<T> look) throws InterruptedException {
        return until(context, what, context.deadline(), look);
    }

    public <T> T until(Context context, String what, Instant deadline, Look<T> look) throws InterruptedException {
        var timeline = context.timeline();
        Duration nap = Duration.ZERO;
        while (true) {
            var sight = look.take();
            if (sight.end().isPresent()) {
                return sight.end().get();
            }
            var left = Duration.between(timeline.now(), deadline);
            if (left.isNegative() || left.isZero()) {
                throw new Silent(what + " is still " + sight.state() + " at the end of the time for it.");
            }
            context.progress().report(what + ": " + sight.state());
            nap = nap.isZero() ? pace.first() : pace.after(nap);
            timeline.sleep(nap.compareTo(left) < 0 ? nap : left);
        }
    }
}
