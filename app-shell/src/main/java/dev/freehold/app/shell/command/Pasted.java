package dev.freehold.app.shell.command;

import dev.freehold.domain.hint.NextCommand;
import java.util.List;

/// How commands that help are shown, so that they mean the same platform where they are pasted.
///
/// @param program how Freehold was started, as the launcher says
/// @param options those of every command that were given, and say which platform is meant
public record Pasted(String program, List<String> options) {
    public Pasted {
        options = List.copyOf(options);
    }

    /// For one that was not read, so that nothing was given.
    public static Pasted plain() {
        return new Pasted(System.getProperty("freehold.program", "freehold"), List.of());
    }

    public static Pasted after(Globals globals) {
        return new Pasted(plain().program(), globals.given());
    }

    /// Alone on its line.
    public String line(NextCommand next) {
        return next.line(program, options);
    }

    /// A sentence that may name some.
    public String sentence(String words) {
        return NextCommand.completed(words, program, options);
    }
}
