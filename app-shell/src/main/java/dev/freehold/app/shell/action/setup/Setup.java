package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.SecretInput;
import dev.freehold.app.shell.action.WatchedRun;
import dev.freehold.app.shell.action.spec.SpecFiles;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.app.shell.wiring.TargetRecords;
import dev.freehold.app.shell.wiring.TargetSecrets;
import dev.freehold.app.shell.wiring.TargetSession;
import dev.freehold.app.shell.wiring.Targets;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.SetupPart;
import dev.freehold.domain.spec.Spec;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.deploy.DeployPlatform;
import dev.freehold.engine.deploy.RunOutcome;
import dev.freehold.engine.deploy.SetUpPart;
import dev.freehold.engine.look.Looking;
import dev.freehold.engine.plan.WantedPlatform;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// `setup`: phase setup, or a part of it. What it would make is in the question that approves it.
final class Setup implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        converse(invocation, stage);
        var source = SpecSource.toMake(invocation.globals());
        var part = Optional.ofNullable(invocation.operand(0)).flatMap(SetupPart::ofWord);
        keepSecrets(source.spec(), part, invocation, stage);
        new SshSetup(invocation, System::getenv, source.spec(), stage).run(part);
        var running = new WatchedRun(invocation, stage);
        var place = OciSetup.run(invocation, source, part, stage);
        try (var target =
                Targets.open(invocation.globals(), source, place, notice -> Display.note(invocation, stage, notice))) {
            var wanted = new WantedPlatform(source.spec(), source.text(), ImageSupply.AS_IN_SPEC);
            return running.shown(running.watched(audience ->
                    setUp(wanted, part, target, Consent.given(invocation.has("--yes")), running, audience)));
        }
    }

    /// Where no spec is, one is made of answers: on real services, whose default nobody could mean, and
    /// wherever an answer was given.
    private static void converse(Invocation invocation, Stage stage) {
        var globals = invocation.globals();
        var file = globals.file() == null ? SpecSource.usualFile() : globals.file();
        var answers = new AnswersFile(TargetRecords.answers(globals, "setup-answers"));
        var conversation = new SetupConversation(invocation, System::getenv, answers, stage.screen());
        if (Files.exists(file)) {
            if (conversation.isAskedFor()) {
                throw CommandError.usage(
                        "A spec is there already",
                        SpecSource.shortened(file) + " says what you gave as an answer. Change it there. Nothing was"
                                + " touched.",
                        null);
            }
            return;
        }
        if (globals.target() == Globals.Target.LIVE || conversation.isAskedFor()) {
            SpecFiles.write(file, conversation.spec());
            conversation.forget();
            Display.note(stage, "Wrote " + SpecSource.shortened(file) + " from your answers.");
        }
    }

    /// Real services alone need them: in the lab nothing talks to the apps, and it has a tailnet of its own.
    private static void keepSecrets(Spec spec, Optional<SetupPart> part, Invocation invocation, Stage stage) {
        var secrets = TargetSecrets.of(
                invocation.globals(), SecretInput.passphrases(invocation, stage), words -> Display.note(stage, words));
        boolean required = invocation.globals().target() == Globals.Target.LIVE;
        new SecretsConversation(
                        invocation,
                        System::getenv,
                        new LockingVault(secrets.vault(), invocation, stage),
                        stage.screen())
                .keep(SetupSecrets.of(spec, Optional.empty()), required ? SetupSecrets.of(spec, part) : List.of());
    }

    private static RunOutcome setUp(
            WantedPlatform wanted,
            Optional<SetupPart> part,
            TargetSession target,
            Consent consent,
            WatchedRun running,
            Audience audience) {
        return part.isPresent()
                ? new SetUpPart(target.engine())
                        .setUp(new SetUpPart.Request(wanted, part.get(), consent, running.by()), audience)
                : new DeployPlatform(target.engine())
                        .deploy(
                                new DeployPlatform.Request(
                                        wanted, List.of(Layer.SETUP), consent, Looking.HERE, running.by()),
                                audience);
    }
}
