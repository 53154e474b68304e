package dev.freehold.engine.call;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Node;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of one call, whichever port it went to.
public sealed interface CallOutcome {

    /// It is there now, or has passed.
    record Made(Outputs outputs) implements CallOutcome {}

    /// It is there not any more.
    record Gone() implements CallOutcome {}

    /// A look found it.
    record Found(Node actual, Outputs outputs) implements CallOutcome {}

    /// A look found nothing.
    record Nothing() implements CallOutcome {}

    record Fault(Failure failure, @Nullable Duration retryAfter) implements CallOutcome {
        static Fault of(Failure.Kind kind, String words) {
            return new Fault(new Failure(kind, words), null);
        }
    }
}
