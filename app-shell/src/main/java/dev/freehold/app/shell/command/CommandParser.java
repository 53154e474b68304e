package dev.freehold.app.shell.command;

import dev.freehold.domain.hint.NextCommand;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reads words into an [Invocation]. The command's name is found first, so that only its own options are
/// given to picocli and the options of every command can stand before, within or after it.
public final class CommandParser {
    private final CommandSet commands;

    public CommandParser(CommandSet commands) {
        this.commands = commands;
    }

    /// Are `words` options for all that follows, on standard input or in the interactive shell?
    ///
    /// @throws CommandError with exit code 2, if an option among them is none of every command
    public boolean isOptionsAlone(List<String> words) {
        return CommandName.isMissing(withoutProgram(words), commands);
    }

    /// A command that was shown to be typed begins with the program's name, which says nothing here.
    public static List<String> withoutProgram(List<String> words) {
        if (words.isEmpty()) {
            return words;
        }
        var first = words.getFirst();
        boolean named = first.substring(first.lastIndexOf('/') + 1).equals("freehold");
        return named ? words.subList(1, words.size()) : words;
    }

    /// @param typedWords the program's own name may be the first of them
    /// @throws CommandError with exit code 2
    public Invocation parse(List<String> typedWords, Defaults defaults) {
        var words = withoutProgram(typedWords);
        var named = CommandName.find(words, commands);
        var command = named.command();
        var result = parse(command, named.rest());
        var typed = new EnumMap<GlobalOption, String>(GlobalOption.class);
        var options = new LinkedHashMap<String, String>();
        for (var global : GlobalOption.values()) {
            read(result, global.option(), value -> typed.put(global, value));
        }
        if (typed.containsKey(GlobalOption.HELP)) {
            // Whoever asks for help need not know yet what the command wants.
            var help = require("help");
            // -h alone names no command, and is about all of them.
            var about = words.contains(command.path().getFirst()) ? command.path() : List.<String>of();
            return new Invocation(help, GlobalValues.read(typed, defaults), Map.of(), typed, about);
        }
        for (var option : command.options()) {
            read(result, option, value -> options.put(option.longName(), checked(option, value)));
        }
        var operands = operands(command, result);
        return new Invocation(command, GlobalValues.read(typed, defaults), options, typed, operands);
    }

    private CommandDefinition require(String name) {
        var command = commands.named(name);
        if (command == null) {
            throw new IllegalStateException("there is no command " + name);
        }
        return command;
    }

    private static ParseResult parse(CommandDefinition command, List<String> rest) {
        var line = new CommandLine(CommandSpecs.forParsing(command));
        // @FILE is a script of ours, and quotes have been taken off already.
        line.setExpandAtFiles(false);
        line.setAllowOptionsAsOptionParameters(false);
        try {
            return line.parseArgs(rest.toArray(String[]::new));
        } catch (ParameterException wrong) {
            throw explained(command, wrong);
        }
    }

    private static CommandError explained(CommandDefinition command, ParameterException wrong) {
        var remedy = NextCommand.help(command.name());
        return switch (wrong) {
            case UnmatchedArgumentException unmatched
            when unmatched.isUnknownOption() -> {
                var option = unmatched.getUnmatched().getFirst();
                yield CommandError.usage("Unknown option", unknownOption(command, option), remedy);
            }
            case UnmatchedArgumentException unmatched ->
                tooMany(command, unmatched.getUnmatched().getFirst());
            case MissingParameterException missing ->
                CommandError.usage("Something is missing", sentence(missing.getMessage()), remedy);
            case OverwrittenOptionException twice ->
                CommandError.usage("An option twice", sentence(twice.getMessage()), remedy);
            default -> CommandError.usage("Bad usage", sentence(wrong.getMessage()), remedy);
        };
    }

    private static String unknownOption(CommandDefinition command, String typed) {
        int equals = typed.indexOf('=');
        var name = equals < 0 ? typed : typed.substring(0, equals);
        var known = new ArrayList<String>();
        command.options().forEach(option -> known.addAll(option.names()));
        for (var global : GlobalOption.values()) {
            known.addAll(global.option().names());
        }
        var nearest = Nearest.to(name, known);
        return "'" + command.name() + "' has no option " + name
                + (nearest == null ? "." : "; did you mean " + nearest + "?");
    }

    private static String sentence(@Nullable String words) {
        if (words == null || words.isEmpty()) {
            return "The words can't be read.";
        }
        return words.endsWith(".") ? words : words + '.';
    }

    private interface Found {
        void as(String value);
    }

    private static void read(ParseResult result, Option option, Found found) {
        if (!result.hasMatchedOption(option.longName())) {
            return;
        }
        if (option.repeated()) {
            String[] values = result.matchedOptionValue(option.longName(), new String[0]);
            found.as(String.join(Invocation.BETWEEN, values));
        } else if (option.takesValue()) {
            String value = result.matchedOptionValue(option.longName(), "");
            found.as(value);
        } else {
            boolean on = result.matchedOptionValue(option.longName(), Boolean.FALSE);
            if (on) {
                found.as("");
            }
        }
    }

    private static String checked(Option option, String value) {
        if (option.candidates() == Candidates.LISTED && !option.words().contains(value)) {
            throw noSuchValue(option.longName(), value, option.words());
        }
        return value;
    }

    static CommandError noSuchValue(String name, String value, List<String> allowed) {
        var nearest = Nearest.to(value, allowed);
        return CommandError.usage(
                "Unknown value",
                name + " can be " + String.join(", ", allowed) + ", but not '" + value + "'"
                        + (nearest == null ? "." : "; did you mean " + nearest + "?"),
                null);
    }

    private static List<String> operands(CommandDefinition command, ParseResult result) {
        String[] words = result.matchedPositionalValue(0, new String[0]);
        int at = 0;
        for (var operand : command.operands()) {
            if (at + operand.least() > words.length) {
                throw CommandError.usage(
                        "Something is missing",
                        "'" + command.name() + "' needs " + operand.label() + ": " + operand.about() + ".",
                        NextCommand.help(command.name()));
            }
            int until =
                    operand.most() == Operand.ANY_NUMBER ? words.length : Math.min(words.length, at + operand.most());
            for (; at < until; at++) {
                if (operand.candidates() == Candidates.LISTED
                        && !operand.words().contains(words[at])) {
                    throw noSuchValue(operand.label(), words[at], operand.words());
                }
            }
        }
        if (at < words.length) {
            throw tooMany(command, words[at]);
        }
        return List.of(words);
    }

    private static CommandError tooMany(CommandDefinition command, String word) {
        var sentence = command.mayBeGivenSecrets()
                ? "'" + command.name() + "' takes one word less. If that was a secret: every program on this computer"
                        + " can read a command line, and the shell where it was typed may keep it in its history;"
                        + " replace it where it was issued. Nothing was written."
                : "'" + command.name() + "' does not know what to do with '" + word + "'.";
        return CommandError.usage("Too many words", sentence, NextCommand.help(command.name()));
    }

    /// Whether a secret may stand in that line where none belongs.
    public boolean mayHoldSecret(List<String> words) {
        try {
            return CommandName.find(words, commands).command().mayBeGivenSecrets();
        } catch (CommandError unknown) {
            return words.stream().anyMatch(word -> word.startsWith("secret") || word.startsWith("--secret"));
        }
    }
}
