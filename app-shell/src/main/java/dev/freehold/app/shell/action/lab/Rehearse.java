package dev.freehold.app.shell.action.lab;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.RefusalError;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.CheckJson;
import dev.freehold.app.shell.screen.Interrupts;
import dev.freehold.app.shell.text.CheckText;
import dev.freehold.app.shell.wiring.Rehearsals;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.engine.caller.StopSign;
import dev.freehold.engine.deploy.Refusal;
import dev.freehold.engine.plan.WantedPlatform;
import dev.freehold.engine.rehearse.RehearseDeployments;

/// `rehearse`: many simulated deployments.
final class Rehearse implements CommandAction {
    private static final int USUALLY = 1000;

    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        int runs = invocation.number("--runs", USUALLY, 1);
        var source = SpecSource.read(invocation.globals());
        int threads = Runtime.getRuntime().availableProcessors();
        var stop = new StopSign();
        long seed = invocation.globals().seed();
        var wanted = new WantedPlatform(source.spec(), "", ImageSupply.AS_IN_SPEC);
        var rehearsals = Rehearsals.of(source, invocation.globals());
        rehearsals.refusal(wanted).ifPresent(Rehearse::refuse);
        var request = new RehearseDeployments.Request(wanted, runs, seed, threads);
        try (var _ = Interrupts.calling(stop::raise)) {
            if (stage.screen().tty().err()) {
                stage.screen().err().println("Rehearsing " + runs + " deployments; Ctrl-C ends it early.");
                stage.screen().flush();
            }
            var rehearsal = rehearsals.rehearse(request, stop);
            Display.show(
                    invocation,
                    stage,
                    json -> CheckJson.rehearse(json, rehearsal),
                    page -> CheckText.rehearse(page, rehearsal));
            return stop.raised() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    private static void refuse(Refusal refusal) {
        boolean above = refusal instanceof Refusal.AboveAllowance;
        throw new CommandError(
                above ? ExitCode.REFUSED : ExitCode.BAD_USAGE,
                above ? "Above the allowance" : "The platform can't live on its hosts",
                RefusalError.sentences(RefusalError.violations(refusal)),
                null);
    }
}
