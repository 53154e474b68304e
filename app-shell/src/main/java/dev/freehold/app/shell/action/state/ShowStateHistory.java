package dev.freehold.app.shell.action.state;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.StandingJson;
import dev.freehold.app.shell.text.StandingText;
import dev.freehold.app.shell.wiring.TargetRecords;
import dev.freehold.app.shell.wiring.Targets;
import dev.freehold.domain.resource.Layer;
import dev.freehold.ports.state.LayerStore;
import java.util.EnumMap;
import java.util.List;

/// `state history`: the published versions of the states.
final class ShowStateHistory implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        try (var kept = TargetRecords.of(invocation.globals())) {
            var layers = Targets.layers(kept, notice -> Display.note(invocation, stage, notice));
            return history(layers, invocation, stage);
        }
    }

    private static ExitCode history(LayerStore layers, Invocation invocation, Stage stage) {
        var versions = new EnumMap<Layer, List<LayerStore.Published>>(Layer.class);
        Layer.ALL.forEach(layer -> versions.put(layer, layers.history(layer)));
        Display.show(
                invocation,
                stage,
                json -> StandingJson.history(json, versions),
                page -> StandingText.history(page, versions));
        return ExitCode.DONE;
    }
}
