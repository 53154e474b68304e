package dev.freehold.app.shell.action.inspect;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.ResourceOperand;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.StandingJson;
import dev.freehold.app.shell.text.StandingText;
import dev.freehold.app.shell.wiring.TargetRecords;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.journal.RunId;
import dev.freehold.engine.inspect.RunHistory;
import java.util.List;

/// `runs` and `explain`: what was done, from the journals.
final class ShowRuns {
    private ShowRuns() {}

    static ExitCode list(Invocation invocation, Stage stage) {
        try (var kept = TargetRecords.of(invocation.globals())) {
            var history = new RunHistory(kept.journals());
            var id = invocation.operand(0);
            if (id == null) {
                var runs = history.runs();
                Display.show(
                        invocation,
                        stage,
                        json -> StandingJson.runs(json, runs),
                        page -> StandingText.runs(page, runs));
                return ExitCode.DONE;
            }
            var events = id.matches("[0-9A-Za-z-]+")
                    ? history.events(new RunId(id))
                    : List.<dev.freehold.domain.journal.JournalEntry>of();
            if (events.isEmpty()) {
                throw new CommandError(
                        ExitCode.FAILED, "Unknown run", List.of("There was no run '" + id + "'."), NextCommand.runs());
            }
            Display.show(
                    invocation,
                    stage,
                    json -> StandingJson.events(json, id, events),
                    page -> StandingText.events(page, events));
            return ExitCode.DONE;
        }
    }

    static ExitCode explain(Invocation invocation, Stage stage) {
        try (var kept = TargetRecords.of(invocation.globals())) {
            var id = ResourceOperand.of(invocation);
            var explanation = new RunHistory(kept.journals())
                    .explain(id)
                    .orElseThrow(() -> ResourceOperand.unknown(
                            id,
                            kept.states().standing().keySet().stream()
                                    .map(known -> known.text())
                                    .toList()));
            Display.show(
                    invocation,
                    stage,
                    json -> StandingJson.explain(json, explanation),
                    page -> StandingText.explain(page, explanation));
            return ExitCode.DONE;
        }
    }
}
