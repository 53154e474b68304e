package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.json.CheckJson;
import dev.freehold.app.shell.screen.Interrupts;
import dev.freehold.app.shell.text.CheckText;
import dev.freehold.app.shell.wiring.Rehearsals;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.engine.RehearseDeployments;
import dev.freehold.engine.StopSign;
import dev.freehold.engine.Wanted;

/// `rehearse`: many simulated deployments.
final class Rehearse implements Action {
    private static final int USUALLY = 1000;

    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        int runs = invocation.number("--runs", USUALLY, 1);
        var source = SpecSource.read(invocation.globals());
        int threads = Runtime.getRuntime().availableProcessors();
        var stop = new StopSign();
        // Seed 0 draws no delay and no fault, so that the first rehearsal has the seed after it.
        long firstSeed = Math.max(1, invocation.globals().seed());
        var request = new RehearseDeployments.Request(new Wanted(source.spec(), "", false), runs, firstSeed, threads);
        try (var _ = Interrupts.calling(stop::raise)) {
            var rehearsal = Rehearsals.of(source).rehearse(request, stop);
            Showing.show(
                    invocation,
                    stage,
                    json -> CheckJson.rehearse(json, rehearsal),
                    page -> CheckText.rehearse(page, rehearsal));
            return stop.raised() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }
}
