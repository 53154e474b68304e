package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;

/// `--version`: which Freehold this is.
public final class Version implements CommandAction {
    static final String NUMBER = "0.1.0-SNAPSHOT";

    public static final String LINE = "freehold " + NUMBER;

    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        Showing.show(
                invocation,
                stage,
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("version", NUMBER);
                    json.writeEndObject();
                },
                page -> page.line(LINE));
        return ExitCode.DONE;
    }
}
