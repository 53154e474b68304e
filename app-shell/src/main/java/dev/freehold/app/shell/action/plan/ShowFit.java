package dev.freehold.app.shell.action.plan;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.FiguresJson;
import dev.freehold.app.shell.text.FiguresText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.fit.Fit;

/// `fit`: what each host carries.
final class ShowFit implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var fit = Fit.of(SpecSource.read(invocation.globals()).spec());
        Display.show(invocation, stage, json -> FiguresJson.fit(json, fit), page -> FiguresText.fit(page, fit));
        return fit.violations().isEmpty() ? ExitCode.DONE : ExitCode.BAD_USAGE;
    }
}
