package dev.freehold.app.shell.action;

import dev.freehold.adapters.local.state.FileLayerStore;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.app.shell.json.StandingJson;
import dev.freehold.app.shell.text.StandingText;
import dev.freehold.app.shell.wiring.Kept;
import dev.freehold.app.shell.wiring.Targets;
import dev.freehold.domain.resource.Phase;
import dev.freehold.ports.LayerStore;
import java.util.EnumMap;
import java.util.List;

/// `state history` and `state unlock`: the published versions of the states, and the right to write them.
final class History implements Action {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        try (var kept = Kept.of(invocation.globals())) {
            var layers = Targets.layers(kept, invocation.globals(), notice -> Showing.note(stage, notice));
            return invocation.command().name().equals("state unlock")
                    ? unlock(layers, invocation, stage)
                    : history(layers, invocation, stage);
        }
    }

    private static ExitCode history(FileLayerStore layers, Invocation invocation, Stage stage) {
        var versions = new EnumMap<Phase, List<LayerStore.Published>>(Phase.class);
        Phase.LAYERS.forEach(layer -> versions.put(layer, layers.history(layer)));
        Showing.show(
                invocation,
                stage,
                json -> StandingJson.history(json, versions),
                page -> StandingText.history(page, versions));
        return ExitCode.DONE;
    }

    /// The lock is the operating system's and dies with its holder: none stays behind that could be taken
    /// away.
    private static ExitCode unlock(LayerStore layers, Invocation invocation, Stage stage) {
        var holder = Targets.holder(invocation.words());
        return switch (layers.lock(holder)) {
            case LayerStore.LockAnswer.Locked(var lease) -> {
                release(lease);
                Showing.show(
                        invocation,
                        stage,
                        History::free,
                        page -> page.line("The state is not locked: a lock ends with the process that holds it."));
                yield ExitCode.DONE;
            }
            case LayerStore.LockAnswer.HeldBy(var other) ->
                throw new Problem(
                        ExitCode.REFUSED,
                        "Somebody is at work",
                        List.of("Process " + other.process() + " has been changing this target since " + other.since()
                                + ", by '" + other.command() + "'. Its lock ends with it; stop it, or wait."),
                        null);
        };
    }

    private static void free(tools.jackson.core.JsonGenerator json) {
        json.writeStartObject();
        json.writeBooleanProperty("locked", false);
        json.writeEndObject();
    }

    private static void release(AutoCloseable lease) {
        try {
            lease.close();
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception e) {
            throw new IllegalStateException("The lock could not be given back: " + e.getMessage(), e);
        }
    }
}
