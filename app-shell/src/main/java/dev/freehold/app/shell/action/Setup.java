package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.app.shell.wiring.OpenTarget;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.resource.Phase;
import dev.freehold.domain.resource.SetupPart;
import dev.freehold.engine.Audience;
import dev.freehold.engine.DeployPlatform;
import dev.freehold.engine.RunOutcome;
import dev.freehold.engine.SetUpPart;
import dev.freehold.engine.Wanted;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// `setup`: phase setup, or a part of it. What it would make is in the question that approves it.
final class Setup implements Action {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        converse(invocation, stage);
        var source = SpecSource.read(invocation.globals());
        var running = new Running(invocation, stage);
        try (var target = Showing.open(invocation, source, stage)) {
            var wanted = new Wanted(source.spec(), source.text(), false);
            var part = Optional.ofNullable(invocation.operand(0)).flatMap(SetupPart::ofWord);
            return running.shown(running.watched(
                    audience -> setUp(wanted, part, target, invocation.has("--yes"), running, audience)));
        }
    }

    /// Where no spec is, one is made of answers: on real services, whose default nobody could mean, and
    /// wherever an answer was given.
    private static void converse(Invocation invocation, Stage stage) {
        var globals = invocation.globals();
        var file = globals.file() == null ? SpecSource.usualFile() : globals.file();
        var target = SpecSource.home(globals).target(globals.target().word());
        var conversation = new SetupConversation(invocation, System::getenv, target, stage.screen());
        if (Files.exists(file)) {
            if (conversation.isAskedFor()) {
                throw Problem.usage(
                        "A spec is there already",
                        SpecSource.shortened(file) + " says what you gave as an answer. Change it there. Nothing was"
                                + " touched.",
                        null);
            }
            return;
        }
        if (globals.target() == Globals.Target.LIVE || conversation.isAskedFor()) {
            SpecFiles.write(file, conversation.spec(), false);
            conversation.forget();
            Showing.note(stage, "Wrote " + SpecSource.shortened(file) + " from your answers.");
        }
    }

    private static RunOutcome setUp(
            Wanted wanted,
            Optional<SetupPart> part,
            OpenTarget target,
            boolean approved,
            Running running,
            Audience audience) {
        return part.isPresent()
                ? new SetUpPart(target.engine())
                        .setUp(new SetUpPart.Request(wanted, part.get(), approved, running.by()), audience)
                : new DeployPlatform(target.engine())
                        .deploy(
                                new DeployPlatform.Request(wanted, List.of(Phase.SETUP), approved, running.by()),
                                audience);
    }
}
