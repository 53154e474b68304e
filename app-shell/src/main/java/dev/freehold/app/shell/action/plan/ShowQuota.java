package dev.freehold.app.shell.action.plan;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.FiguresJson;
import dev.freehold.app.shell.text.FiguresText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.allowance.Ledger;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;

/// `quota` and `forecast`: the whole blueprint held against the allowance.
final class ShowQuota {
    private ShowQuota() {}

    static ExitCode forecast(Invocation invocation, Stage stage) {
        var forecast = ledger(invocation, stage).forecast();
        Display.show(
                invocation,
                stage,
                json -> FiguresJson.forecast(json, forecast),
                page -> FiguresText.forecast(page, forecast));
        return ExitCode.DONE;
    }

    static ExitCode quota(Invocation invocation, Stage stage) {
        var ledger = ledger(invocation, stage);
        Display.show(
                invocation, stage, json -> FiguresJson.quota(json, ledger), page -> FiguresText.quota(page, ledger));
        return ledger.violations().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static Ledger ledger(Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        var nodes = Blueprint.draw(source.spec(), ImageSupply.AS_IN_SPEC).nodes();
        var ledger = Ledger.of(source.spec(), source.allowance(), Usage.ofAll(nodes));
        Display.remarks(source, stage);
        return ledger;
    }
}
