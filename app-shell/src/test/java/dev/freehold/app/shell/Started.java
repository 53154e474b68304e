package dev.freehold.app.shell;

import dev.freehold.app.shell.command.Defaults;
import dev.freehold.app.shell.screen.Answers;
import dev.freehold.app.shell.screen.Screen;
import dev.freehold.app.shell.script.CommandScript;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program as a test starts it: in this process, with streams of its own.
///
/// @param code how it ended
public record Started(int code, String out, String err) {

    /// One command, without a terminal and without variables.
    public static Started with(String... words) {
        return with(Map.of(), words);
    }

    public static Started with(Map<String, String> environment, String... words) {
        var streams = new Streams(Screen.Tty.NONE, _ -> null);
        int code = streams.session(environment).run(List.of(words)).number();
        return streams.ended(code);
    }

    /// One command with a home and no spec but the one that `words` name.
    public static Started in(Path home, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", home.toString()));
        return with(all.toArray(String[]::new));
    }

    /// One command at a terminal where somebody answers.
    public static Started answering(Answers answers, String... words) {
        var streams = new Streams(new Screen.Tty(true, false, false), answers);
        int code = streams.session(Map.of()).run(List.of(words)).number();
        return streams.ended(code);
    }

    /// A script on standard input.
    public static Started script(String text) {
        var streams = new Streams(Screen.Tty.NONE, _ -> null);
        int code = streams.session(Map.of())
                .runLines(new CommandScript("stdin", new BufferedReader(new StringReader(text))))
                .number();
        return streams.ended(code);
    }

    private static final class Streams {
        private final StringWriter out = new StringWriter();
        private final StringWriter err = new StringWriter();
        private final Screen screen;

        Streams(Screen.Tty tty, Answers answers) {
            screen = new Screen(new PrintWriter(out), new PrintWriter(err), answers, tty, Screen.USUAL_WIDTH);
        }

        Session session(Map<String, String> environment) {
            return new Session(screen, Defaults.ofEnvironment(environment));
        }

        Started ended(int code) {
            screen.flush();
            return new Started(code, out.toString(), err.toString());
        }
    }
}
