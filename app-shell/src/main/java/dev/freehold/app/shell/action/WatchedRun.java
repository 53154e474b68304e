package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Globals;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Pasted;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.RunJson;
import dev.freehold.app.shell.progress.LineProgress;
import dev.freehold.app.shell.progress.Ticker;
import dev.freehold.app.shell.progress.TreeProgress;
import dev.freehold.app.shell.screen.Approvals;
import dev.freehold.app.shell.screen.Interrupts;
import dev.freehold.app.shell.text.CommandErrorText;
import dev.freehold.app.shell.text.RunText;
import dev.freehold.app.shell.wiring.Targets;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.engine.caller.Audience;
import dev.freehold.engine.caller.StopSign;
import dev.freehold.engine.deploy.Refusal;
import dev.freehold.engine.deploy.RunOutcome;
import dev.freehold.engine.deploy.RunReport;
import dev.freehold.ports.person.ProgressListener;
import dev.freehold.ports.person.Questions;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Carries out what changes a platform: shows how far it is, can be interrupted, shows what came of it.
public final class WatchedRun {
    private final Invocation invocation;
    private final Stage stage;

    public WatchedRun(Invocation invocation, Stage stage) {
        this.invocation = invocation;
        this.stage = stage;
    }

    /// The command as it is recorded with the run.
    public dev.freehold.engine.caller.Caller by() {
        return new dev.freehold.engine.caller.Caller(
                ProcessHandle.current().pid(),
                invocation.words(),
                Targets.holder("").since());
    }

    /// Runs `work` with somebody who watches, answers and may interrupt.
    public RunOutcome watched(Function<Audience, RunOutcome> work) {
        var stop = new StopSign();
        var screen = stage.screen();
        boolean json = Display.isJson(invocation);
        var out = json ? screen.err() : screen.out();
        var ink = json
                ? screen.inkOfErr(invocation.globals().color())
                : screen.inkOfOut(invocation.globals().color());
        boolean live = json ? screen.tty().err() : screen.tty().out();
        var tree = live ? new TreeProgress(out, ink, screen.width()) : null;
        ProgressListener listener = pastable(tree == null ? new LineProgress(out, ink) : tree);
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

    /// The commands that a failure names are shown so that they mean the same platform.
    private ProgressListener pastable(ProgressListener shown) {
        var pasted = Pasted.after(invocation.globals());
        return progress -> shown.on(
                progress instanceof ProgressListener.Progress.Failed failed
                        ? failed.in(pasted.sentence(failed.words()))
                        : progress);
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
    public ExitCode shown(RunOutcome outcome) {
        var report = outcome.report().worded(Pasted.after(invocation.globals())::sentence);
        var target = invocation.globals().target();
        Display.show(
                invocation,
                stage,
                json -> RunJson.write(json, report, RefusalError.violations(outcome)),
                page -> RunText.write(page, report, target));
        var refusal = outcome.refusal();
        if (refusal.isPresent()) {
            var error = RefusalError.of(refusal.get(), invocation);
            stage.screen().out().flush();
            CommandErrorText.show(
                    error, stage.screen(), invocation.globals().color(), Pasted.after(invocation.globals()));
            return error.code();
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
}
