package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.app.shell.json.RunJson;
import dev.freehold.app.shell.progress.LineProgress;
import dev.freehold.app.shell.progress.Ticker;
import dev.freehold.app.shell.progress.TreeProgress;
import dev.freehold.app.shell.screen.Approvals;
import dev.freehold.app.shell.screen.Interrupts;
import dev.freehold.app.shell.screen.ProblemText;
import dev.freehold.app.shell.text.RunText;
import dev.freehold.app.shell.wiring.Targets;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.plan.Obstacle;
import dev.freehold.domain.resource.Phase;
import dev.freehold.engine.Audience;
import dev.freehold.engine.Refusal;
import dev.freehold.engine.RunOutcome;
import dev.freehold.engine.RunReport;
import dev.freehold.engine.StopSign;
import dev.freehold.ports.person.ProgressListener;
import dev.freehold.ports.person.Questions;
import dev.freehold.ports.state.LayerStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Carries out what changes a platform: shows how far it is, can be interrupted, shows what came of it.
final class Running {
    private final Invocation invocation;
    private final Stage stage;

    Running(Invocation invocation, Stage stage) {
        this.invocation = invocation;
        this.stage = stage;
    }

    /// The command as it is recorded with the run.
    dev.freehold.engine.Invocation by() {
        return new dev.freehold.engine.Invocation(
                ProcessHandle.current().pid(),
                invocation.words(),
                Targets.holder("").since());
    }

    /// Runs `work` with somebody who watches, answers and may interrupt.
    RunOutcome watched(Function<Audience, RunOutcome> work) {
        var stop = new StopSign();
        var screen = stage.screen();
        boolean json = Showing.isJson(invocation);
        var out = json ? screen.err() : screen.out();
        var ink = json
                ? screen.inkOfErr(invocation.globals().color())
                : screen.inkOfOut(invocation.globals().color());
        boolean live = json ? screen.tty().err() : screen.tty().out();
        var tree = live ? new TreeProgress(out, ink, screen.width()) : null;
        ProgressListener listener = tree == null ? new LineProgress(out, ink) : tree;
        try (var _ = Interrupts.calling(stop::raise);
                var _ = ticking(tree)) {
            Questions questions = what -> {
                if (tree != null) {
                    tree.leave();
                }
                return new Approvals(screen, stop::raise).approve(what);
            };
            return unlessBrokenOff(work.apply(new Audience(listener, questions, stop)), stop);
        } finally {
            if (tree != null) {
                tree.end();
            }
        }
    }

    /// Where time passes by itself, the tree shows that it does.
    private Ticker ticking(@Nullable TreeProgress tree) {
        boolean simulated = invocation.globals().target() == Globals.Target.SIM;
        return tree == null || simulated ? Ticker.NONE : Ticker.calling(Targets.realTime(), tree::tick);
    }

    /// Who broke off where an approval was asked for has interrupted the run, and not denied anything.
    private static RunOutcome unlessBrokenOff(RunOutcome outcome, StopSign stop) {
        boolean denied = outcome.refusal().orElse(null) instanceof Refusal.NotApproved;
        if (!denied || !stop.raised()) {
            return outcome;
        }
        var report = outcome.report();
        return new RunOutcome(
                new RunReport(
                        report.run(),
                        RunResult.INTERRUPTED,
                        report.phases().stream()
                                .map(phase -> phase.result() == RunResult.REFUSED
                                        ? new RunReport.PhaseReport(
                                                phase.phase(), RunResult.INTERRUPTED, phase.seconds())
                                        : phase)
                                .toList(),
                        report.resources(),
                        report.makespanSeconds(),
                        report.criticalPathSeconds()),
                Optional.empty());
    }

    /// Shows what came of it, and says with which code the command ends.
    ExitCode shown(RunOutcome outcome) {
        var report = outcome.report();
        boolean simulated = invocation.globals().target() == Globals.Target.SIM;
        Showing.show(
                invocation,
                stage,
                json -> RunJson.write(json, report, violations(outcome)),
                page -> RunText.write(page, report, simulated));
        var refusal = outcome.refusal();
        if (refusal.isPresent()) {
            var problem = problem(refusal.get());
            stage.screen().out().flush();
            ProblemText.show(problem, stage.screen(), invocation.globals().color());
            return problem.code();
        }
        return code(report);
    }

    private static ExitCode code(RunReport report) {
        return switch (report.result()) {
            case SUCCEEDED -> ExitCode.DONE;
            case FAILED -> ExitCode.FAILED;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case REFUSED -> ExitCode.REFUSED;
        };
    }

    private Problem problem(Refusal refusal) {
        var command = invocation.command().name();
        return switch (refusal) {
            case Refusal.HeldBy(var holder) ->
                new Problem(
                        ExitCode.REFUSED,
                        "Somebody else is at work",
                        List.of(who(holder) + " Nothing was changed. Wait until it has ended."),
                        null);
            case Refusal.NotApproved(var layer, var nobodyThere)
            when nobodyThere ->
                new Problem(
                        ExitCode.APPROVAL_NEEDED,
                        "Approval needed",
                        List.of("Phase " + layer.word()
                                + " needs approval, and there is no terminal to ask at. What was"
                                + " done before it stands. With --yes it goes on without asking:"),
                        "freehold " + invocation.words() + " --yes");
            case Refusal.NotApproved(var layer, var someoneThere) ->
                new Problem(
                        ExitCode.APPROVAL_NEEDED,
                        "Not approved",
                        List.of("Phase " + layer.word() + " was not approved. What was done before it stands; the same"
                                + " command goes on from there."),
                        null);
            case Refusal.AboveAllowance(var violations) ->
                new Problem(
                        ExitCode.REFUSED,
                        violations.stream().anyMatch(violation -> violation.rule() instanceof LimitRule)
                                ? "Above the allowance"
                                : "Not to be deployed here",
                        sentences(violations),
                        null);
            case Refusal.Unfit(var violations) ->
                new Problem(ExitCode.BAD_USAGE, "The platform can't live on its hosts", sentences(violations), null);
            case Refusal.StoodOn(var obstacles) ->
                new Problem(
                        ExitCode.REFUSED,
                        "Something stands on it",
                        List.of("Nothing was changed, because this would be left standing on nothing: " + few(obstacles)
                                + ". To take that too:"),
                        "freehold "
                                + (command.equals("destroy")
                                        ? invocation.words() + " --cascade"
                                        : "destroy " + phases(obstacles) + " --cascade"));
            case Refusal.NoSuchPoint(var layer, var kept) ->
                new Problem(
                        ExitCode.BAD_USAGE,
                        "No such rollback point",
                        List.of("Nothing was changed. Phase " + layer.word() + " has "
                                + (kept.isEmpty() ? "no rollback points." : "the rollback points " + kept + ".")),
                        "freehold rollback --list");
        };
    }

    /// Of what stands in the way, in the order in which it was made.
    private static String phases(List<Obstacle> obstacles) {
        return String.join(
                " ",
                obstacles.stream()
                        .map(one -> one.standing().phase())
                        .distinct()
                        .sorted()
                        .map(Phase::word)
                        .toList());
    }

    /// In its first moments a command holds the right and has not said so yet.
    private static String who(LayerStore.Holder holder) {
        return holder.process() == 0
                ? "Another command is changing this target; which one is not known."
                : "Process " + holder.process() + " has been changing this target since " + holder.since() + ", by '"
                        + holder.command() + "'.";
    }

    private static String few(List<Obstacle> obstacles) {
        int most = 5;
        var first = String.join(
                ", ",
                obstacles.stream().limit(most).map(one -> one.standing().text()).toList());
        return obstacles.size() <= most ? first : first + " and " + (obstacles.size() - most) + " more";
    }

    static List<String> sentences(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.rule().id() + ", " + violation.path() + ": " + violation.message())
                .toList();
    }

    /// What a refusal lists; nothing for one that lists nothing.
    private static List<Violation> violations(RunOutcome outcome) {
        return outcome.refusal().map(Running::violations).orElse(List.of());
    }

    static List<Violation> violations(Refusal refusal) {
        if (refusal instanceof Refusal.AboveAllowance(var violations)) {
            return violations;
        }
        return refusal instanceof Refusal.Unfit(var violations) ? violations : List.of();
    }
}
