package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.app.shell.json.StandingJson;
import dev.freehold.app.shell.text.StandingText;
import dev.freehold.app.shell.wiring.Kept;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.app.shell.wiring.Targets;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.spec.StateSpec;
import dev.freehold.ports.state.LayerStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// `state history` and `state unlock`: the published versions of the states, and the right to write them.
final class History implements Action {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        try (var kept = Kept.of(invocation.globals())) {
            var layers = Targets.layers(kept, notice -> Showing.note(stage, notice));
            return invocation.command().name().equals("state unlock")
                    ? unlock(layers, invocation, stage)
                    : history(layers, invocation, stage);
        }
    }

    private static ExitCode history(LayerStore layers, Invocation invocation, Stage stage) {
        var versions = new EnumMap<Phase, List<LayerStore.Published>>(Phase.class);
        Phase.LAYERS.forEach(layer -> versions.put(layer, layers.history(layer)));
        Showing.show(
                invocation,
                stage,
                json -> StandingJson.history(json, versions),
                page -> StandingText.history(page, versions));
        return ExitCode.DONE;
    }

    /// This computer's lock is the operating system's and dies with its holder: none stays behind that could be
    /// taken away. A shared one does not, and is.
    private static ExitCode unlock(LayerStore layers, Invocation invocation, Stage stage) {
        var holder = Targets.holder(invocation.words());
        return switch (layers.lock(holder)) {
            case LayerStore.LockAnswer.Locked(var lease) -> {
                release(lease);
                var shared = sharedHolder(invocation, stage);
                if (shared.isPresent()) {
                    var had = shared.get();
                    Showing.note(
                            stage,
                            "The shared state was locked by process " + had.process() + " on "
                                    + (had.host().isEmpty() ? "this computer" : had.host()) + " since " + had.since()
                                    + ", by '" + had.command() + "'. It is free now; what that one still records stays"
                                    + " on its own computer.");
                }
                Showing.show(
                        invocation,
                        stage,
                        History::free,
                        page -> page.line("The state is not locked: a lock ends with the process that holds it."));
                yield ExitCode.DONE;
            }
            case LayerStore.LockAnswer.HeldBy(var other) -> throw somebodyIsAtWork(other);
        };
    }

    /// A simulated target is shared with nobody, and neither is one whose spec does not say so.
    private static Optional<LayerStore.Holder> sharedHolder(Invocation invocation, Stage stage) {
        boolean shared = invocation.globals().target() != Globals.Target.SIM
                && SpecSource.read(invocation.globals()).spec().state() instanceof StateSpec.Oci;
        return shared ? Sharing.unlock(invocation, stage) : Optional.empty();
    }

    static Problem somebodyIsAtWork(LayerStore.Holder other) {
        return new Problem(
                ExitCode.REFUSED,
                "Somebody is at work",
                List.of("Process " + other.process() + " has been changing this target since " + other.since()
                        + ", by '" + other.command() + "'. Its lock ends with it; stop it, or wait."),
                null);
    }

    private static void free(tools.jackson.core.JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("locked", false);
        json.writeEndObject();
    }

    static void release(AutoCloseable lease) {
        try {
            lease.close();
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception e) {
            throw new IllegalStateException("The lock could not be given back: " + e.getMessage(), e);
        }
    }
}
