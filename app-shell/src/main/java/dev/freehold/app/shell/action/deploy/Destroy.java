package dev.freehold.app.shell.action.deploy;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.PhaseWords;
import dev.freehold.app.shell.action.WatchedRun;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.plan.Dependents;
import dev.freehold.domain.plan.Protection;
import dev.freehold.domain.resource.Layer;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.deploy.DestroyPlatform;
import java.util.EnumSet;

/// `destroy`: removes phases, the last first.
final class Destroy implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var phases = EnumSet.copyOf(PhaseWords.layers(invocation.operands()));
        // Keys, identity and repository outlive the platform where they are real, unless somebody names them.
        boolean keepsSetup = invocation.globals().target() != Globals.Target.SIM
                && invocation.operands().contains("all")
                && !invocation.operands().contains(Layer.SETUP.word());
        if (keepsSetup) {
            phases.remove(Layer.SETUP);
        }
        var source = SpecSource.read(invocation.globals());
        var running = new WatchedRun(invocation, stage);
        try (var target = Display.open(invocation, source, stage)) {
            var request = new DestroyPlatform.Request(
                    PhaseWords.inOrder(phases),
                    invocation.has("--cascade") ? Dependents.GO_TOO : Dependents.FORBID_IT,
                    Consent.given(invocation.has("--yes")),
                    running.by(),
                    Protection.ofNamed(source.spec()));
            return running.shown(
                    running.watched(audience -> new DestroyPlatform(target.engine()).destroy(request, audience)));
        }
    }
}
