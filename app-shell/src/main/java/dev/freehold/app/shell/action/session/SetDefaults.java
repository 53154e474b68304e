package dev.freehold.app.shell.action.session;

import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.GlobalOption;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;

/// `use`: sets options for the commands that follow. They have been read and found right before it gets here.
final class SetDefaults implements CommandAction {
    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var typed = invocation.typed();
        var defaults = stage.defaults();
        typed.forEach((option, text) -> defaults.set(option, absolute(option, text, invocation), "use"));
        if (typed.isEmpty()) {
            var out = stage.screen().out();
            for (var option : GlobalOption.settable()) {
                var text = defaults.text(option);
                if (text != null) {
                    out.println(option.option().longName() + (text.isEmpty() ? "" : ' ' + text));
                }
            }
        }
        return ExitCode.DONE;
    }

    private static String absolute(GlobalOption option, String text, Invocation invocation) {
        var globals = invocation.globals();
        var path = switch (option) {
            case FILE -> globals.file();
            case HOME -> globals.home();
            case FAULTS -> globals.faults();
            case TARGET, OUTPUT, COLOR, VERBOSE, SEED, OFFLINE, HELP -> null;
        };
        return path == null ? text : path.toString();
    }
}
