package dev.freehold.app.shell.action.inspect;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.StandingJson;
import dev.freehold.app.shell.text.StandingText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.engine.inspect.DetectDrift;

/// `drift`: where the world is not what the state says.
final class ShowDrift implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        // It changes nothing, so that Ctrl-C may end it anywhere.
        try (var target = Display.open(invocation, source, stage)) {
            var drift = new DetectDrift(target.engine()).detect();
            Display.show(
                    invocation,
                    stage,
                    json -> StandingJson.drift(json, drift),
                    page -> StandingText.drift(page, drift));
            return drift.isNone() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
