package dev.freehold.app.shell;

import dev.freehold.app.shell.action.ProgramVersion;
import dev.freehold.app.shell.command.Defaults;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.screen.Screen;
import dev.freehold.app.shell.screen.Terminals;
import dev.freehold.app.shell.script.CommandScript;
import java.util.ArrayList;
import java.util.List;

/// Where the program starts.
public final class Freehold {
    private Freehold() {}

    /// Runs what was asked for and ends the JVM with its exit code.
    public static void main(String[] args) {
        var code = run(args);
        if (code != ExitCode.DONE.number()) {
            System.exit(code);
        }
    }

    /// Runs what was asked for, and gives its exit code.
    static int run(String... words) {
        if (words.length == 1 && words[0].equals("--version")) {
            // Nothing of the program is needed for this.
            System.out.println(ProgramVersion.LINE);
            return ExitCode.DONE.number();
        }
        var screen = Terminals.ofProcess();
        try {
            return run(List.of(words), screen).number();
        } finally {
            screen.flush();
        }
    }

    private static ExitCode run(List<String> words, Screen screen) {
        var defaults = Defaults.ofEnvironment(System.getenv());
        var session = new Session(screen, defaults);
        if (session.isCommand(words)) {
            return session.run(words);
        }
        if (!words.isEmpty()) {
            var using = new ArrayList<>(words);
            using.addFirst("use");
            var code = session.run(using);
            if (code != ExitCode.DONE) {
                return code;
            }
        }
        if (screen.tty().in() && screen.tty().out()) {
            return InteractiveSession.run(defaults);
        }
        try (var script = new CommandScript("stdin", Terminals.input())) {
            return session.runLines(script);
        }
    }
}
