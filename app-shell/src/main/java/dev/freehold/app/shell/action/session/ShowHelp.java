package dev.freehold.app.shell.action.session;

import dev.freehold.app.shell.command.CommandAction;
import dev.freehold.app.shell.command.CommandDefinition;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.CommandGroup;
import dev.freehold.app.shell.command.CommandSet;
import dev.freehold.app.shell.command.Completion;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.GlobalOption;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Nearest;
import dev.freehold.app.shell.command.NotReady;
import dev.freehold.app.shell.command.Option;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.screen.Ink;
import dev.freehold.app.shell.screen.Prose;
import dev.freehold.domain.hint.NextCommand;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// `help`: what there is, or what one command does.
final class ShowHelp implements CommandAction {
    private static final int INDENT = 2;
    private static final int NAMES = 20;

    @Override
    public ExitCode run(Invocation invocation, Stage stage) {
        var screen = stage.screen();
        if (invocation.has("--completion")) {
            screen.out().print(Completion.script(stage.commands()));
            return ExitCode.DONE;
        }
        var ink = screen.inkOfOut(invocation.globals().color());
        var page = new Page(screen.out(), ink, screen.width());
        if (invocation.operands().isEmpty()) {
            page.overview(stage.commands());
            return ExitCode.DONE;
        }
        var commands = find(invocation.operands(), stage.commands());
        for (int i = 0; i < commands.size(); i++) {
            if (i > 0) {
                screen.out().println();
            }
            page.command(commands.get(i));
        }
        return ExitCode.DONE;
    }

    private static List<CommandDefinition> find(List<String> words, CommandSet known) {
        var name = String.join(" ", words);
        var exact = known.named(name);
        if (exact != null) {
            return List.of(exact);
        }
        var family = words.size() == 1 ? known.startingWith(name) : List.<CommandDefinition>of();
        if (!family.isEmpty()) {
            return family;
        }
        var nearest = Nearest.to(
                name, known.all().stream().map(CommandDefinition::name).toList());
        throw CommandError.usage(
                "Unknown command",
                "There is no command '" + name + "'" + (nearest == null ? "." : "; did you mean '" + nearest + "'?"),
                NextCommand.help());
    }

    private record Page(PrintWriter out, Ink ink, int width) {

        void overview(CommandSet commands) {
            out.println("Freehold turns one Oracle Cloud account's free allowance into a private");
            out.println("Kubernetes cloud: it plans, deploys, validates and removes it.");
            out.println();
            out.println(ink.bold("Usage:") + " freehold [OPTION...] COMMAND [...]");
            out.println("       freehold                 the interactive shell");
            out.println("       freehold run FILE        a script, also @FILE or on standard input");
            for (var group : CommandGroup.values()) {
                out.println();
                out.println(ink.bold(group.heading()));
                for (var command : commands.all()) {
                    if (command.group() == group) {
                        entry(command.name(), command.about() + NotReady.remark(command));
                    }
                }
            }
            out.println();
            options("Options of every command, before or after it", globals());
            out.println();
            out.println("More: freehold help COMMAND. Each option has a variable, such as FREEHOLD_FILE.");
        }

        void command(CommandDefinition command) {
            var usage = Prose.fold("freehold " + command.synopsis(), width - 9);
            out.println(ink.bold("Usage:") + ' ' + usage.getFirst());
            usage.stream().skip(1).forEach(line -> out.println(" ".repeat(9) + line));
            out.println();
            var about = new ArrayList<String>(Prose.fold(command.about() + NotReady.remark(command), width));
            command.more().forEach(more -> about.addAll(Prose.fold(more, width)));
            about.forEach(out::println);
            if (!command.operands().isEmpty()) {
                out.println();
                for (var operand : command.operands()) {
                    var words = operand.words().isEmpty() ? "" : ": " + String.join(", ", operand.words());
                    entry(operand.label(), operand.about() + words);
                }
            }
            if (!command.options().isEmpty()) {
                out.println();
                options("Options", command.options());
            }
            out.println();
            options("Options of every command", globals());
        }

        private static List<Option> globals() {
            var options = new ArrayList<Option>();
            for (var global : GlobalOption.values()) {
                options.add(global.option());
            }
            return options;
        }

        private void options(String heading, List<Option> options) {
            out.println(ink.bold(heading));
            for (var option : options) {
                var names = String.join(", ", option.names());
                var label = option.label();
                var about = option.ready() ? option.about() : option.about() + " (" + NotReady.WORDS + ')';
                entry(label == null ? names : names + ' ' + label, about);
            }
        }

        private void entry(String name, String about) {
            int column = INDENT + NAMES + 1;
            var lines = Prose.fold(about, width - column);
            var start = " ".repeat(INDENT) + name;
            int next = 0;
            if (start.length() < column) {
                out.println(start + " ".repeat(column - start.length()) + lines.getFirst());
                next = 1;
            } else {
                out.println(start);
            }
            lines.stream().skip(next).forEach(line -> out.println(" ".repeat(column) + line));
        }
    }
}
