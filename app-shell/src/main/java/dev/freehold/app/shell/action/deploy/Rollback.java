package dev.freehold.app.shell.action.deploy;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.PhaseWords;
import dev.freehold.app.shell.action.SharedOptions;
import dev.freehold.app.shell.action.WatchedRun;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.StandingJson;
import dev.freehold.app.shell.text.StandingText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.app.shell.wiring.TargetRecords;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.resource.Layer;
import dev.freehold.engine.caller.Consent;
import dev.freehold.engine.deploy.RollbackLayer;
import java.util.EnumMap;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// `rollback`: back to an earlier complete deployment of a phase, or the list of them.
final class Rollback implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var word = invocation.operand(0);
        if (invocation.has("--list")) {
            return list(invocation, stage, word);
        }
        if (word == null) {
            throw CommandError.usage(
                    "Something is missing", "'rollback' needs a phase, or --list.", NextCommand.help("rollback"));
        }
        var layer = PhaseWords.layer(word);
        if (word.equals("all")) {
            throw CommandError.usage("Unknown phase", "One phase is rolled back at a time, not all of them.", null);
        }
        var number = number(invocation.operand(1));
        var source = SpecSource.read(invocation.globals());
        var running = new WatchedRun(invocation, stage);
        try (var target = Display.open(invocation, source, stage)) {
            var request = new RollbackLayer.Request(
                    layer,
                    number,
                    Consent.given(invocation.has("--yes")),
                    running.by(),
                    SharedOptions.protection(invocation, source.spec()));
            var rollback = new RollbackLayer(target.engine(), SpecSource::parse);
            return running.shown(running.watched(audience -> rollback.rollback(request, audience)));
        }
    }

    private static OptionalInt number(@Nullable String text) {
        if (text == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException no) {
            throw CommandError.usage(
                    "Not a number",
                    "A rollback point is a whole number, not '" + text + "'.",
                    NextCommand.rollbackPoints());
        }
    }

    private static ExitCode list(Invocation invocation, Stage stage, @Nullable String word) {
        try (var kept = TargetRecords.of(invocation.globals())) {
            var states = kept.states();
            var points = new EnumMap<Layer, List<RollbackPointKept>>(Layer.class);
            for (var layer : PhaseWords.inOrder(PhaseWords.layers(word == null ? List.of() : List.of(word)))) {
                points.put(layer, states.of(layer).rollbackPoints());
            }
            Display.show(
                    invocation,
                    stage,
                    json -> StandingJson.points(json, points),
                    page -> StandingText.points(page, points));
            return ExitCode.DONE;
        }
    }
}
