package dev.freehold.app.shell.command;

import dev.freehold.domain.hint.NextCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which command some words mean, found before its options are read.
///
/// @param rest the words without the command's own
record CommandName(CommandDefinition command, List<String> rest) {

    /// Are there only options of every command, and no command? Whoever asks for help names one.
    static boolean isMissing(List<String> words, CommandSet commands) {
        return nextWord(new ArrayList<>(words), 0, commands) < 0 && !asksForHelp(words);
    }

    static CommandName find(List<String> words, CommandSet commands) {
        var rest = new ArrayList<>(words);
        int first = nextWord(rest, 0, commands);
        if (first < 0) {
            return new CommandName(family("help", "", commands).getFirst(), rest);
        }
        var word = rest.remove(first);
        if (word.length() > 1 && word.startsWith("@")) {
            rest.add(first, word.substring(1));
            return new CommandName(family("run", "", commands).getFirst(), rest);
        }
        var family = family(word, String.join(" ", words), commands);
        if (family.getFirst().path().size() == 1) {
            return new CommandName(family.getFirst(), rest);
        }
        return new CommandName(member(word, family, rest, first, commands), rest);
    }

    private static CommandDefinition member(
            String word, List<CommandDefinition> family, List<String> rest, int from, CommandSet commands) {
        int second = nextWord(rest, from, commands);
        if (second < 0) {
            if (asksForHelp(rest)) {
                return family.getFirst();
            }
            throw CommandError.usage(
                    "Something is missing",
                    "'" + word + "' is followed by one of " + members(family) + ".",
                    NextCommand.help(word));
        }
        var typed = rest.get(second);
        for (var command : family) {
            if (command.path().getLast().equals(typed)) {
                rest.remove(second);
                return command;
            }
        }
        var nearest = Nearest.to(
                typed, family.stream().map(one -> one.path().getLast()).toList());
        throw CommandError.usage(
                "Unknown command",
                "There is no command '" + word + ' ' + typed + "'"
                        + (nearest == null
                                ? "; there are " + members(family) + "."
                                : "; did you mean '" + word + ' ' + nearest + "'?"),
                NextCommand.help(word));
    }

    private static boolean asksForHelp(List<String> words) {
        return words.contains("--help") || words.contains("-h");
    }

    private static String members(List<CommandDefinition> family) {
        return String.join(
                ", ", family.stream().map(command -> command.path().getLast()).toList());
    }

    private static List<CommandDefinition> family(String word, String typed, CommandSet commands) {
        var family = commands.startingWith(word);
        if (!family.isEmpty()) {
            return family;
        }
        var nearest = Nearest.to(word, commands.firstWords());
        var sentence = word.isBlank()
                ? "An empty word is no command."
                : "There is no command '" + word + "'" + (nearest == null ? "." : "; did you mean '" + nearest + "'?");
        throw CommandError.usage(
                "Unknown command", sentence, typed.isBlank() ? NextCommand.help() : suggestion(nearest));
    }

    private static NextCommand suggestion(@Nullable String nearest) {
        return nearest == null ? NextCommand.help() : NextCommand.help(nearest);
    }

    /// Where the first word is that is neither an option of every command nor the value of one; -1 if there
    /// is none.
    private static int nextWord(List<String> words, int from, CommandSet commands) {
        for (int i = from; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("--")) {
                words.remove(i);
                return i < words.size() ? i : -1;
            }
            if (word.length() < 2 || word.charAt(0) != '-' || commands.named(word) != null) {
                return i;
            }
            if (takesNext(word)) {
                i++;
            }
        }
        return -1;
    }

    private static boolean takesNext(String word) {
        boolean isLong = word.startsWith("--");
        var name = isLong ? before(word, '=') : word.substring(0, 2);
        for (var global : GlobalOption.values()) {
            if (global.option().isCalled(name)) {
                return global.option().takesValue() && name.length() == word.length();
            }
        }
        throw CommandError.usage(
                "Unknown option",
                name + " is no option of every command; a command's own options come after its name.",
                NextCommand.help());
    }

    private static String before(String word, char end) {
        int index = word.indexOf(end);
        return index < 0 ? word : word.substring(0, index);
    }
}
