package dev.freehold.app.shell.action.inspect;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.PhaseWords;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.StandingJson;
import dev.freehold.app.shell.text.StandingText;
import dev.freehold.app.shell.wiring.TargetRecords;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.layer.LayerOutputs;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// `outputs`: what a phase gives to those after it, from its state.
final class ShowOutputs implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var layer = PhaseWords.layer(Objects.requireNonNull(invocation.operand(0)));
        var name = invocation.operand(1);
        try (var kept = TargetRecords.of(invocation.globals())) {
            var outputs = Settings.ofRecord(LayerOutputs.of(kept.states().of(layer)));
            if (name == null) {
                Display.show(
                        invocation,
                        stage,
                        json -> StandingJson.outputs(json, outputs),
                        page -> StandingText.outputs(page, outputs.members()));
                return ExitCode.DONE;
            }
            var value = outputs.members().get(name);
            if (value == null) {
                var nearest = Nearest.to(name, outputs.members().keySet());
                throw new CommandError(
                        ExitCode.FAILED,
                        "No such output",
                        List.of("Phase " + layer.word() + " has no output '" + name + "'"
                                + (outputs.members().isEmpty()
                                        ? ", because it is not deployed."
                                        : nearest == null ? "." : "; did you mean " + nearest + "?")),
                        NextCommand.outputs(layer.word()));
            }
            Display.show(
                    invocation,
                    stage,
                    json -> StandingJson.outputs(json, new Setting.Group(Map.of(name, value))),
                    page -> page.line(value.words()));
            return ExitCode.DONE;
        }
    }
}
