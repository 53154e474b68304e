package dev.freehold.app.shell.action.session;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.ProgramVersion;
import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;

/// `--version`: which Freehold this is.
final class ShowVersion implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        Display.show(
                invocation,
                stage,
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("version", ProgramVersion.NUMBER);
                    json.writeEndObject();
                },
                page -> page.line(ProgramVersion.LINE));
        return ExitCode.DONE;
    }
}
