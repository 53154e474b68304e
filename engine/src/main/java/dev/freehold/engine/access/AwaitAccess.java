package dev.freehold.engine.access;

import dev.freehold.ports.cloud.CloudCredentials;
import dev.freehold.ports.cloud.CloudCredentials.Proof;
import dev.freehold.ports.cloud.CloudCredentials.Works;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.util.List;

/// Tries a key until the cloud lets it in: somebody uploads it meanwhile.
public final class AwaitAccess {
    private final CloudCredentials credentials;
    private final Timeline timeline;
    private final Duration between;

    /// @param between two tries
    public AwaitAccess(CloudCredentials credentials, Timeline timeline, Duration between) {
        this.credentials = credentials;
        this.timeline = timeline;
        this.between = between;
    }

    /// What came of it: [LetIn] or [GivenUp].
    public sealed interface Outcome {}

    /// @param regions that the tenancy is subscribed to
    public record LetIn(List<String> regions) implements Outcome {
        public LetIn {
            regions = List.copyOf(regions);
        }
    }

    /// @param last what the last try said, whatever those before it did
    public record GivenUp(Proof last) implements Outcome {}

    /// Tries at once, and again until it works or `longest` is over; a try that began in time counts.
    ///
    /// @throws InterruptedException if the caller was interrupted between two tries
    public Outcome upTo(Duration longest) throws InterruptedException {
        var until = timeline.now().plus(longest);
        while (true) {
            var proof = credentials.prove();
            if (proof instanceof Works(var regions)) {
                return new LetIn(regions);
            }
            if (!timeline.now().isBefore(until)) {
                return new GivenUp(proof);
            }
            timeline.sleep(between);
        }
    }
}
