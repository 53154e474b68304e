package dev.freehold.ports.driver;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Settings;
import dev.freehold.ports.time.Timeline;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How suites call ports.
public final class Calls {
    public static final Token TOKEN = new Token("first");
    public static final Token OTHER_TOKEN = new Token("second");

    private Calls() {}

    /// A context without outputs, with a day's patience.
    public static Context context(Timeline timeline) {
        return new Context(
                Context.Known.NOTHING,
                timeline,
                Context.Progress.SILENT,
                timeline.now().plus(Duration.ofDays(1)));
    }

    /// What drivers know of nodes that stand with these outputs.
    public static Context.Known known(Map<ResourceId, Observed> nodes) {
        return id -> Optional.ofNullable(nodes.get(id));
    }

    /// The same where nobody minds their settings.
    ///
    /// @param outputs null for what does not stand
    public static Context.Known standing(Function<ResourceId, @Nullable Outputs> outputs) {
        return id -> Optional.ofNullable(outputs.apply(id)).map(made -> new Observed(SampleNodes.under(id), made));
    }

    /// The output of that name, as it is shown and stored; empty if it is absent.
    public static Optional<String> text(Outputs outputs, String name) {
        return Optional.ofNullable(Settings.of(outputs).members().get(name)).map(Setting::words);
    }

    public static Outputs created(CreateAnswer answer) {
        if (answer instanceof CreateAnswer.Created created) {
            return created.outputs();
        }
        throw new AssertionError("expected it to be created, but: " + answer);
    }

    public static Outputs updated(UpdateAnswer answer) {
        if (answer instanceof UpdateAnswer.Updated updated) {
            return updated.outputs();
        }
        throw new AssertionError("expected it to be updated, but: " + answer);
    }
}
