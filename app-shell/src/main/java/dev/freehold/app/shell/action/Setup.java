package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.resource.Phase;
import dev.freehold.engine.DeployPlatform;
import dev.freehold.engine.Wanted;
import java.util.List;

/// `setup`: phase setup. What it would make is in the question that approves it.
final class Setup implements Action {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        var running = new Running(invocation, stage);
        try (var target = Showing.open(invocation, source, stage)) {
            var wanted = new Wanted(source.spec(), source.text(), false);
            var request =
                    new DeployPlatform.Request(wanted, List.of(Phase.SETUP), invocation.has("--yes"), running.by());
            return running.shown(
                    running.watched(audience -> new DeployPlatform(target.engine()).deploy(request, audience)));
        }
    }
}
