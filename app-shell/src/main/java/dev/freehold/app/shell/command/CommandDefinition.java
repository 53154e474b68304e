package dev.freehold.app.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What can be typed for one command, and what it then does.
///
/// @param path the words that name it: `plan`, or `state list`
/// @param about one line, a sentence about what it does
/// @param more what else is worth knowing, a paragraph each
/// @param ready false where it is promised and not there yet
/// @param action made once the command is typed
public record CommandDefinition(
        List<String> path,
        CommandGroup group,
        String about,
        List<String> more,
        List<Operand> operands,
        List<Option> options,
        boolean ready,
        Supplier<CommandAction> action) {
    public CommandDefinition {
        path = List.copyOf(path);
        more = List.copyOf(more);
        operands = List.copyOf(operands);
        options = List.copyOf(options);
    }

    /// One without operands and options so far.
    ///
    /// @param action best a lambda: a reference to a constructor or a method would load its class at each start
    public static CommandDefinition called(
            String name, CommandGroup group, String about, Supplier<CommandAction> action) {
        return new CommandDefinition(
                List.of(name.split(" ")), group, about, List.of(), List.of(), List.of(), true, action);
    }

    public CommandDefinition says(String paragraph) {
        return new CommandDefinition(path, group, about, with(more, paragraph), operands, options, ready, action);
    }

    public CommandDefinition with(Operand operand) {
        return new CommandDefinition(path, group, about, more, with(operands, operand), options, ready, action);
    }

    public CommandDefinition with(Option... more) {
        var all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new CommandDefinition(path, group, about, this.more, operands, all, ready, action);
    }

    public CommandDefinition notYet() {
        return new CommandDefinition(path, group, about, more, operands, options, false, action);
    }

    private static <T> List<T> with(List<T> some, T one) {
        var all = new ArrayList<>(some);
        all.add(one);
        return all;
    }

    /// Whether somebody may type a secret where none belongs: then what is too much is not shown again.
    public boolean mayBeGivenSecrets() {
        return path.getFirst().equals("secrets") || option("--secret") != null;
    }

    public String name() {
        return String.join(" ", path);
    }

    /// The option of that name, its own or one that every command takes.
    public @Nullable Option option(String name) {
        for (var option : options) {
            if (option.isCalled(name)) {
                return option;
            }
        }
        for (var global : GlobalOption.values()) {
            if (global.option().isCalled(name)) {
                return global.option();
            }
        }
        return null;
    }

    /// How it is typed, without the options that every command takes.
    public String synopsis() {
        var words = new StringBuilder(name());
        for (var operand : operands) {
            words.append(' ').append(operand.synopsis());
        }
        for (var option : options) {
            words.append(" [").append(String.join("|", option.names()));
            if (option.takesValue()) {
                words.append(' ').append(option.label());
            }
            words.append(']');
        }
        return words.toString();
    }
}
