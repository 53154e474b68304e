package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.Figures;
import dev.freehold.app.shell.text.FiguresText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.allowance.Ledger;
import dev.freehold.domain.allowance.Usage;
import dev.freehold.domain.blueprint.Blueprint;

/// `quota` and `forecast`: the whole blueprint held against the allowance.
final class Quota implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var source = SpecSource.read(invocation.globals());
        var ledger = ledger(source, Blueprint.draw(source.spec(), false));
        Showing.remarks(source, stage);
        if (invocation.command().name().equals("forecast")) {
            var forecast = ledger.forecast();
            Showing.show(
                    invocation,
                    stage,
                    json -> Figures.forecast(json, forecast),
                    page -> FiguresText.forecast(page, forecast));
            return ExitCode.DONE;
        }
        Showing.show(invocation, stage, json -> Figures.quota(json, ledger), page -> FiguresText.quota(page, ledger));
        return ledger.violations().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    static Ledger ledger(SpecSource source, Blueprint blueprint) {
        return Ledger.of(source.spec(), source.allowance(), Usage.ofAll(blueprint.nodes()));
    }
}
