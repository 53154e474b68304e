package dev.freehold.adapters.oci.ownership;

import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.Silent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Waits for what OCI does after it has answered: on the context's timeline, until its deadline.
public final class Waiting {
    private final Duration first;
    private final Duration most;

    /// @param first after how long a state is looked at again, growing by half each time
    /// @param most up to how long
    public Waiting(Duration first, Duration most) {
        this.first = first;
        this.most = most;
    }

    /// One look at what is awaited.
    ///
    /// @param <T> what there is once the wait is over
    @FunctionalInterface
    public interface Look<T> {
        Sight<T> take() throws InterruptedException;
    }

    /// What a look saw: the end of the wait, or in OCI's words how far it is.
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
            nap = nap.isZero() ? first : after(nap);
            timeline.sleep(nap.compareTo(left) < 0 ? nap : left);
        }
    }

    private Duration after(Duration last) {
        var next = last.multipliedBy(3).dividedBy(2);
        return next.compareTo(most) < 0 ? next : most;
    }
}
