package dev.freehold.app.shell;

import dev.freehold.app.shell.action.state.SharedStateError;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.CommandParser;
import dev.freehold.app.shell.command.CommandSet;
import dev.freehold.app.shell.command.Defaults;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.NotReady;
import dev.freehold.app.shell.command.Pasted;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.screen.ColorMode;
import dev.freehold.app.shell.screen.Screen;
import dev.freehold.app.shell.script.CommandScript;
import dev.freehold.app.shell.text.CommandErrorText;
import dev.freehold.domain.journal.DamagedJournal;
import dev.freehold.engine.look.Interrupted;
import dev.freehold.engine.share.StatesParted;
import dev.freehold.ports.driver.SystemFault;
import dev.freehold.ports.secret.Undecryptable;
import dev.freehold.ports.state.UnusableHome;
import java.nio.file.Path;
import java.util.List;

/// One command after the other, whoever types them: alone, in a script, in the interactive shell.
final class Session implements Stage {
    /// Scripts may run scripts; one that runs itself is stopped before the stack is.
    private static final int DEEPEST = 50;

    private final CommandParser parser = new CommandParser(Catalogue.COMMANDS);
    private final Screen screen;
    private final Defaults defaults;
    private final int depth;
    private boolean leaving;

    Session(Screen screen, Defaults defaults) {
        this(screen, defaults, 0);
    }

    private Session(Screen screen, Defaults defaults, int depth) {
        this.screen = screen;
        this.defaults = defaults;
        this.depth = depth;
    }

    @Override
    public Screen screen() {
        return screen;
    }

    @Override
    public Defaults defaults() {
        return defaults;
    }

    @Override
    public void leave() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }

    /// Is there a command among `words`, or something wrong with them that running them will say? Else they are
    /// options for what follows.
    boolean isCommand(List<String> words) {
        try {
            return !parser.isOptionsAlone(words);
        } catch (CommandError _) {
            return true;
        }
    }

    /// Runs one command; whatever goes wrong is shown, once, and is its code.
    ExitCode run(List<String> words) {
        var color = ColorMode.AUTO;
        var pasted = Pasted.plain();
        boolean verbose = words.contains("--verbose");
        try {
            var invocation = parser.parse(words, defaults);
            color = invocation.globals().color();
            pasted = Pasted.after(invocation.globals());
            verbose = invocation.globals().verbose();
            NotReady.refuse(invocation);
            return invocation.command().action().get().run(invocation, this);
        } catch (CommandError error) {
            screen.out().flush();
            CommandErrorText.show(error, screen, color, pasted);
            return error.code();
        } catch (UnusableHome | DamagedJournal kept) {
            screen.out().flush();
            return show(kept, color, pasted);
        } catch (StatesParted parted) {
            return show(SharedStateError.because(parted), color, pasted);
        } catch (Undecryptable unreadable) {
            return show(SharedStateError.because(unreadable), color, pasted);
        } catch (SystemFault fault) {
            return show(SharedStateError.because(fault), color, pasted);
        } catch (Interrupted stopped) {
            screen.out().flush();
            return ExitCode.INTERRUPTED;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            screen.out().flush();
            if (verbose) {
                CommandErrorText.show(CommandErrorText.unforeseenWithTrace(bug), screen, color, pasted);
                bug.printStackTrace(screen.err());
            } else {
                CommandErrorText.show(CommandErrorText.unforeseen(bug), screen, color, pasted);
            }
            return ExitCode.FAILED;
        } finally {
            screen.flush();
        }
    }

    private ExitCode show(CommandError error, ColorMode color, Pasted pasted) {
        screen.out().flush();
        CommandErrorText.show(error, screen, color, pasted);
        return error.code();
    }

    /// Their messages say already what stands and what to do.
    private ExitCode show(RuntimeException kept, ColorMode color, Pasted pasted) {
        var title = kept instanceof UnusableHome ? "Freehold's folder can't be used" : "What was recorded is damaged";
        var error = new CommandError(ExitCode.FAILED, title, List.of(String.valueOf(kept.getMessage())), null);
        CommandErrorText.show(error, screen, color, pasted);
        return error.code();
    }

    @Override
    public CommandSet commands() {
        return Catalogue.COMMANDS;
    }

    @Override
    public ExitCode runScript(Path file, String name, Invocation by) {
        try (var script = CommandScript.open(file, name)) {
            return run(script, by);
        }
    }

    private ExitCode run(CommandScript script, Invocation by) {
        var of = defaults.copy();
        by.typed()
                .forEach((option, text) -> of.set(option, text, option.option().longName()));
        if (depth == DEEPEST) {
            throw CommandError.usage(
                    "Scripts run each other",
                    script.name() + " was not run: " + DEEPEST + " scripts wait for it.",
                    null);
        }
        return new Session(screen, of, depth + 1).runLines(script);
    }

    /// Runs a script of its own, such as the one on standard input.
    ExitCode runLines(CommandScript script) {
        while (!leaving) {
            int number = script.number() + 1;
            ExitCode code;
            try {
                var line = script.next();
                if (line == null) {
                    break;
                }
                var words = line.complete();
                code = words.isEmpty() ? ExitCode.DONE : run(words);
            } catch (CommandError error) {
                CommandErrorText.show(error, screen, ColorMode.AUTO, Pasted.plain());
                code = error.code();
            }
            if (code != ExitCode.DONE) {
                screen.err().println(script.name() + ':' + number + ": stopped here, exit " + code.number());
                screen.err().flush();
                return code;
            }
        }
        return ExitCode.DONE;
    }
}
