package dev.freehold.app.shell.action.deploy;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.DurationOption;
import dev.freehold.app.shell.action.PhaseWords;
import dev.freehold.app.shell.action.Preconditions;
import dev.freehold.app.shell.action.SharedOptions;
import dev.freehold.app.shell.action.WatchedRun;
import dev.freehold.app.shell.action.inspect.Validate;
import dev.freehold.app.shell.action.setup.SshSetup;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.text.CheckText;
import dev.freehold.app.shell.text.PlanText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.app.shell.wiring.TargetSession;
import dev.freehold.domain.blueprint.ImageSupply;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.resource.Layer;
import dev.freehold.domain.resource.Phase;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.deploy.DeployPlatform;
import dev.freehold.engine.deploy.RunOutcome;
import dev.freehold.engine.deploy.RunReport;
import dev.freehold.engine.look.Looking;
import dev.freehold.engine.plan.PlanPlatform;
import dev.freehold.engine.plan.PlannedPlatform;
import dev.freehold.engine.plan.WantedPlatform;
import dev.freehold.engine.state.LayerStates;
import dev.freehold.validation.CheckName;
import dev.freehold.validation.Outcome;
import dev.freehold.validation.ValidationReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `deploy`: makes the platform what the spec says; the whole of it ends with validation.
public final class Deploy implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var scope = scope(invocation);
        boolean whole = scope.containsAll(Layer.ALL);
        if (!whole && PhaseWords.layers(invocation.operands()).containsAll(Layer.ALL)) {
            Display.note(stage, "Validation is left out, for the platform will not be whole.");
        }
        var source = SpecSource.toMake(invocation.globals());
        var running = new WatchedRun(invocation, stage);
        Display.remarks(source, stage);
        new SshSetup(invocation, System::getenv, source.spec(), stage).reconsider();
        try (var target = Display.open(invocation, source, stage)) {
            var wanted = new WantedPlatform(
                    source.spec(),
                    source.text(),
                    ImageSupply.prebuiltIf(invocation.has("--prebuilt-images")),
                    SharedOptions.protection(invocation, source.spec()));
            Preconditions.check(
                    target,
                    invocation.globals().target(),
                    wanted.blueprint(LayerStates.read(target.engine().journals()), scope)
                            .nodes());
            boolean approved = invocation.has("--yes");
            var looking = invocation.has("--refresh") ? Looking.EVERYWHERE : Looking.NOWHERE;
            if (!approved && !Display.isJson(invocation)) {
                show(
                        new PlanPlatform(target.engine())
                                .plan(new PlanPlatform.Request(wanted, PhaseWords.inOrder(scope), looking)),
                        invocation,
                        stage);
            }
            var request = new DeployPlatform.Request(
                    wanted, PhaseWords.inOrder(scope), Consent.given(approved), looking, running.by());
            var pace = DurationOption.pace(invocation, target.engine().pace());
            var outcome =
                    running.watched(audience -> new DeployPlatform(target.engine(), pace).deploy(request, audience));
            if (whole && outcome.report().result() == RunResult.SUCCEEDED) {
                outcome = validated(outcome, target, wanted, invocation, stage);
            }
            return running.shown(outcome);
        }
    }

    /// What there is to approve, for whoever is about to be asked.
    private static void show(PlannedPlatform planned, Invocation invocation, Stage stage) {
        if (planned.violations().isEmpty()) {
            var page = Display.page(invocation, stage);
            PlanText.changes(page, planned.plan());
            PlanText.adopted(page, planned.plan());
            page.line(PlanText.summary(planned.plan()));
        }
    }

    private static Set<Layer> scope(Invocation invocation) {
        var asked = PhaseWords.layers(invocation.operands());
        var until = invocation.value("--until");
        if (until == null || until.equals("all") || until.equals(Phase.VALIDATION.word())) {
            return asked;
        }
        var last = PhaseWords.layer(until);
        var scope = EnumSet.noneOf(Layer.class);
        for (var phase : asked) {
            if (phase.compareTo(last) <= 0) {
                scope.add(phase);
            }
        }
        if (scope.isEmpty()) {
            throw CommandError.usage(
                    "Nothing to deploy",
                    "Every phase that was named comes after " + until + ", where --until stops. Nothing was changed.",
                    null);
        }
        return Collections.unmodifiableSet(scope);
    }

    private static RunOutcome validated(
            RunOutcome outcome, TargetSession target, WantedPlatform wanted, Invocation invocation, Stage stage) {
        var began = target.engine().timeline().now();
        ValidationReport report;
        try {
            report = Validate.check(target, wanted, List.of(CheckName.values()));
        } catch (CommandError stopped) {
            if (stopped.code() != ExitCode.INTERRUPTED) {
                throw stopped;
            }
            return with(outcome, RunResult.INTERRUPTED, began, target);
        }
        boolean passed = report.result() == Outcome.PASS;
        if (!Display.isJson(invocation)) {
            CheckText.validate(Display.page(invocation, stage), report);
        } else if (!passed) {
            Display.note(invocation, stage, CheckText.last(report) + "; " + NextCommand.validate() + " shows which.");
        }
        return with(outcome, passed ? RunResult.SUCCEEDED : RunResult.FAILED, began, target);
    }

    /// What was deployed stands whatever came of validation; the whole ends as it did.
    private static RunOutcome with(RunOutcome outcome, RunResult result, Instant began, TargetSession target) {
        var took = Duration.between(began, target.engine().timeline().now());
        var phase = new RunReport.PhaseReport(Phase.VALIDATION, result, took.toMillis() / 1000.0);
        return new RunOutcome(outcome.report().with(phase, result), outcome.refusal());
    }
}
