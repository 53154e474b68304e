package dev.freehold.engine.run;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.output.Outputs;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of one call, whichever port it went to.
sealed interface Answer {

    /// It is there now, or has passed.
    record Made(Outputs outputs) implements Answer {}

    /// It is there not any more.
    record Gone() implements Answer {}

    /// A look found it.
    record Found(Node actual, Outputs outputs) implements Answer {}

    /// A look found nothing.
    record Nothing() implements Answer {}

    record Fault(Failure failure, @Nullable Duration retryAfter) implements Answer {
        static Fault of(Failure.Kind kind, String words) {
            return new Fault(new Failure(kind, words), null);
        }
    }
}
