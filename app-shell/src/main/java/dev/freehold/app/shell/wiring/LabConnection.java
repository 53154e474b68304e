package dev.freehold.app.shell.wiring;

import dev.freehold.adapters.local.LocalTarget;
import dev.freehold.adapters.local.SystemTimeline;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.lab.Lab;
import dev.freehold.lab.LabEndpoints;
import dev.freehold.lab.LabSettings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The lab that serves a home: one that runs already in whatever process, or one of this command's own, for as
/// long as the command lasts.
public final class LabConnection implements AutoCloseable {
    /// A lab takes a second or two until it listens.
    private static final int MOST_LOOKS = 150;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final LabEndpoints endpoints;
    private final @Nullable Lab own;

    private LabConnection(LabEndpoints endpoints, @Nullable Lab own) {
        this.endpoints = endpoints;
        this.own = own;
    }

    /// @throws CommandError if there is none and none can be started
    static LabConnection of(Globals globals, SpecSource source, Consumer<String> notices) {
        var serving = beginning(globals);
        if (serving.isPresent()) {
            return new LabConnection(serving.get(), null);
        }
        notices.accept("No lab serves this home, so one runs inside this command; " + NextCommand.serveLab()
                + " keeps one up.");
        var lab = start(target(globals), settings(globals, source));
        return new LabConnection(lab.endpoints(), lab);
    }

    /// The lab that serves the home. One that has only just begun is waited for until it listens.
    private static Optional<LabEndpoints> beginning(Globals globals) {
        var timeline = new SystemTimeline();
        var serving = serving(globals);
        try {
            for (int look = 0; serving.isEmpty() && look < MOST_LOOKS && Lab.isServed(folder(globals)); look++) {
                timeline.sleep(BETWEEN_LOOKS);
                serving = serving(globals);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return serving;
    }

    /// Where the lab that serves the home listens, as a JSON document; empty if none does.
    public static Optional<String> endpoints(Globals globals) {
        return serving(globals).map(LabEndpoints::toJson);
    }

    private static Optional<LabEndpoints> serving(Globals globals) {
        return LabEndpoints.of(folder(globals));
    }

    /// A lab for the home of these options, of the kind that the spec asks for.
    static LabSettings settings(Globals globals, SpecSource source) {
        return LabSettings.in(folder(globals))
                .withTenancy(source.allowance().id())
                .withRegion(source.spec().account().region())
                .withSeed(globals.seed());
    }

    /// @param target whose world it is to serve
    /// @throws CommandError if it can't be started, with what is in the way
    static Lab start(LocalTarget target, LabSettings settings) {
        try {
            target.makeWorld();
            return Lab.start(settings);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException no) {
            throw new CommandError(
                    no instanceof IllegalArgumentException ? ExitCode.BAD_USAGE : ExitCode.FAILED,
                    "The lab can't be started",
                    List.of(String.valueOf(no.getMessage())),
                    null);
        }
    }

    /// Forgets the lab's world.
    ///
    /// @throws CommandError if a lab serves it now
    public static void forget(Globals globals) {
        try {
            Lab.forget(folder(globals));
        } catch (IllegalStateException | UncheckedIOException no) {
            throw new CommandError(
                    ExitCode.FAILED, "The lab can't be reset", List.of(String.valueOf(no.getMessage())), null);
        }
    }

    private static Path folder(Globals globals) {
        return target(globals).world();
    }

    static LocalTarget target(Globals globals) {
        return SpecSource.home(globals).target(Globals.Target.LAB.word());
    }

    LabEndpoints endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
