package dev.freehold.ports.driver;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.resource.Outputs;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;

/// How suites call ports.
public final class Calls {
    public static final Token TOKEN = new Token("first");
    public static final Token OTHER_TOKEN = new Token("second");

    private Calls() {}

    /// A context without outputs, with a day's patience.
    public static Context context(Timeline timeline) {
        return new Context(
                _ -> Outputs.NONE,
                timeline,
                Context.Progress.SILENT,
                timeline.now().plus(Duration.ofDays(1)));
    }

    public static Outputs created(CreateAnswer answer) {
        if (answer instanceof CreateAnswer.Created(var outputs)) {
            return outputs;
        }
        throw new AssertionError("expected it to be created, but: " + answer);
    }

    public static Outputs updated(UpdateAnswer answer) {
        if (answer instanceof UpdateAnswer.Updated(var outputs)) {
            return outputs;
        }
        throw new AssertionError("expected it to be updated, but: " + answer);
    }
}
