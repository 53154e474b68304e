package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.Command;

/// Which action a command of the catalogue is. A class of an action is loaded only when its command is typed.
public final class Actions {
    private Actions() {}

    public static Action of(Command command) {
        return switch (command.name()) {
            case "help" -> new Help();
            case "use" -> new Use();
            case "run" -> new Run();
            case "exit" ->
                (_, stage) -> {
                    stage.leave();
                    return dev.freehold.app.shell.command.ExitCode.DONE;
                };
            default -> throw new IllegalStateException("nothing says what '" + command.name() + "' does");
        };
    }
}
