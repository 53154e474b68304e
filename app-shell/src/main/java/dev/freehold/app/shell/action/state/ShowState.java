package dev.freehold.app.shell.action.state;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.ResourceOperand;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.StandingJson;
import dev.freehold.app.shell.text.StandingText;
import dev.freehold.app.shell.wiring.TargetRecords;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.ResourceId;

/// `state list` and `state show`: the layers' states.
final class ShowState {
    private ShowState() {}

    static ExitCode list(Invocation invocation, Stage stage) {
        try (var kept = TargetRecords.of(invocation.globals())) {
            var standing = kept.states().standing();
            Display.show(
                    invocation,
                    stage,
                    json -> StandingJson.list(json, standing.values()),
                    page -> standing.keySet().forEach(id -> page.line(id.text())));
            return ExitCode.DONE;
        }
    }

    static ExitCode show(Invocation invocation, Stage stage) {
        try (var kept = TargetRecords.of(invocation.globals())) {
            var standing = kept.states().standing();
            var id = ResourceOperand.of(invocation);
            Standing one = standing.get(id);
            if (one == null) {
                throw ResourceOperand.unknown(
                        id, standing.keySet().stream().map(ResourceId::text).toList());
            }
            Display.show(invocation, stage, json -> StandingJson.show(json, one), page -> StandingText.show(page, one));
            return ExitCode.DONE;
        }
    }
}
