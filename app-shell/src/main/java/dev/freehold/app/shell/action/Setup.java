package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.app.shell.screen.Approvals;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.resource.Phase;
import dev.freehold.engine.DeployPlatform;
import dev.freehold.engine.Wanted;
import dev.freehold.ports.Questions;
import java.util.List;

/// `setup`: phase setup, or a part of it.
final class Setup implements Action {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        var running = new Running(invocation, stage);
        try (var target = Showing.open(invocation, source, stage)) {
            if (invocation.operand(0) != null) {
                Showing.note(stage, "On the simulated target the parts of setup are made together.");
            }
            approve(invocation, stage);
            var wanted = new Wanted(source.spec(), source.text(), false);
            var request = new DeployPlatform.Request(wanted, List.of(Phase.SETUP), true, running.by());
            return running.shown(
                    running.watched(audience -> new DeployPlatform(target.engine()).deploy(request, audience)));
        }
    }

    private static void approve(Invocation invocation, Stage stage) {
        if (invocation.has("--yes")) {
            return;
        }
        var answer = new Approvals(stage.screen())
                .approve("Make OCI's configuration, the keys and the Flux repository, where they are not there yet?");
        if (answer != Questions.Approval.GIVEN) {
            throw new Problem(
                    ExitCode.APPROVAL_NEEDED,
                    answer == Questions.Approval.DENIED ? "Not approved" : "Approval needed",
                    List.of("Nothing was changed. With --yes it goes on without asking:"),
                    "freehold " + invocation.words() + " --yes");
        }
    }
}
