package dev.freehold.app.shell.action.spec;

import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.json.JsonPage;
import dev.freehold.app.shell.json.SettingJson;
import dev.freehold.domain.specfile.SpecSchema;

/// `schema`: the spec's JSON Schema, the same whatever output is asked for.
final class PrintSchema implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        JsonPage.print(stage.screen(), json -> SettingJson.write(json, SpecSchema.tree()));
        return ExitCode.DONE;
    }
}
