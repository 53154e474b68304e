package dev.freehold.app.shell.action.inspect;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.StandingJson;
import dev.freehold.app.shell.text.StandingText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.engine.inspect.PlatformStatus;
import dev.freehold.engine.plan.WantedPlatform;

/// `status`: how much of each phase is there.
final class ShowStatus implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        try (var target = Display.open(invocation, source, stage)) {
            var engine = target.engine();
            var phases = new PlatformStatus(engine).of(new WantedPlatform(source.spec(), "", ImageSupply.AS_IN_SPEC));
            Display.show(
                    invocation,
                    stage,
                    json -> StandingJson.status(json, engine.name(), phases),
                    page -> StandingText.status(page, engine.name(), phases));
            return ExitCode.DONE;
        }
    }
}
