package dev.freehold.app.shell.action.plan;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.JsonPage;
import dev.freehold.app.shell.json.LayoutJson;
import dev.freehold.app.shell.text.LayoutText;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.domain.blueprint.Blueprint;
import dev.freehold.domain.blueprint.ImageSupply;

/// `graph`: the blueprint, for a program that draws it.
final class PrintGraph implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var blueprint = Blueprint.draw(SpecSource.read(invocation.globals()).spec(), ImageSupply.AS_IN_SPEC);
        var format = invocation.value("--format");
        if ("json".equals(format) || (format == null && Display.isJson(invocation))) {
            JsonPage.print(stage.screen(), json -> LayoutJson.graph(json, blueprint));
        } else if ("dot".equals(format)) {
            LayoutText.dot(Display.page(invocation, stage), blueprint);
        } else {
            LayoutText.mermaid(Display.page(invocation, stage), blueprint);
        }
        return ExitCode.DONE;
    }
}
