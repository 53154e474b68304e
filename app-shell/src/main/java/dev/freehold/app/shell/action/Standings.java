package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.app.shell.command.Problem;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.StandingJson;
import dev.freehold.app.shell.text.StandingText;
import dev.freehold.app.shell.wiring.Kept;
import dev.freehold.domain.journal.Standing;
import dev.freehold.domain.resource.ResourceId;
import java.util.List;
import java.util.Objects;

/// `state list` and `state show`: the layers' states.
final class Standings implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        try (var kept = Kept.of(invocation.globals())) {
            var standing = kept.states().standing();
            if (invocation.command().name().equals("state list")) {
                Showing.show(
                        invocation,
                        stage,
                        json -> StandingJson.list(json, standing.values()),
                        page -> standing.keySet().forEach(id -> page.line(id.text())));
                return ExitCode.DONE;
            }
            var id = id(invocation);
            Standing one = standing.get(id);
            if (one == null) {
                throw unknown(
                        id, standing.keySet().stream().map(ResourceId::text).toList());
            }
            Showing.show(invocation, stage, json -> StandingJson.show(json, one), page -> StandingText.show(page, one));
            return ExitCode.DONE;
        }
    }

    static ResourceId id(Invocation invocation) {
        var text = Objects.requireNonNull(invocation.operand(0));
        try {
            return new ResourceId(text);
        } catch (IllegalArgumentException no) {
            throw Problem.usage("Not a resource id", no.getMessage() + ".", "freehold state list");
        }
    }

    static Problem unknown(ResourceId id, List<String> known) {
        var nearest = Nearest.to(id.text(), known);
        return new Problem(
                ExitCode.FAILED,
                "Unknown resource",
                List.of("Nothing stands under the id " + id
                        + (nearest == null ? "." : "; did you mean " + nearest + "?")),
                "freehold state list");
    }
}
